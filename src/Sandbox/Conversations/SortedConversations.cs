using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// A user's conversations with their last messages, pinned ones first, then the newest
/// (<c>get_sorted_conversation_list</c>).
/// </summary>
internal sealed class SortedConversations(
    ConversationStore conversations, MessageLogs logs, UserStore users, GroupStore groups)
{
    public Answer<GetSortedConversationListResp> List(Caller caller, GetSortedConversationListReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (Page.Check(request.Pagination) is { } malformed)
            return malformed;
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var list = conversations.Of(request.UserID);
        var rows = request.ConversationIDs.Count > 0 ? list.Find(request.ConversationIDs) : list.All();
        if (rows.Count == 0)
            return ServerErrors.RecordNotFound();
        List<ConversationElem> sorted =
        [
            .. rows.Select(row => ElementOf(request.UserID, row)).OfType<ConversationElem>()
                .OrderByDescending(element => element.IsPinned)
                .ThenByDescending(element => element.MsgInfo.LatestMsgRecvTime),
        ];
        return new GetSortedConversationListResp
        {
            ConversationTotal = sorted.Count,
            UnreadTotal = sorted.Sum(element => element.UnreadCount),
            ConversationElems = { Page.Of(sorted, request.Pagination) },
        };
    }

    private ConversationElem? ElementOf(string owner, ConversationRow row)
    {
        if (logs.Find(row.ConversationID) is not { } log || log.ReadLast("") is not { } last)
            return null;
        return new ConversationElem
        {
            ConversationID = row.ConversationID,
            RecvMsgOpt = row.Settings.RecvMsgOpt,
            IsPinned = row.Settings.IsPinned,
            UnreadCount = log.StateOf(owner).Unread,
            MsgInfo = InfoOf(row, last),
        };
    }

    private MsgInfo InfoOf(ConversationRow row, MsgData last)
    {
        // The name shown for a chat is the other one's, whoever wrote last; in a group it is the writer's. Chats with
        // notification accounts show none.
        var shown = row.ConversationType switch
        {
            SessionType.Group => users.Find(last.SendID),
            SessionType.Single => users.Find(row.UserID),
            _ => null,
        };
        var group = groups.Find(row.GroupID);
        return new MsgInfo
        {
            ServerMsgID = last.ServerMsgID,
            ClientMsgID = last.ClientMsgID,
            SessionType = last.SessionType,
            SendID = last.SendID,
            RecvID = last.RecvID,
            SenderName = shown?.Nickname ?? "",
            FaceURL = row.ConversationType == SessionType.Single ? shown?.FaceURL ?? "" : "",
            GroupID = row.GroupID,
            GroupName = group?.GroupName ?? "",
            GroupFaceURL = group?.FaceURL ?? "",
            GroupType = group?.GroupType ?? 0,
            GroupMemberCount = group?.MemberCount ?? 0,
            LatestMsgRecvTime = last.SendTime,
            MsgFrom = last.MsgFrom,
            ContentType = last.ContentType,
            Content = last.Content.ToStringUtf8(),
            Ex = last.Ex,
        };
    }
}
