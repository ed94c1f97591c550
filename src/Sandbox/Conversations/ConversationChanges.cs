using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The paths below <c>/conversation</c> that change rows, and what they tell whom (1300, 1701).</summary>
internal sealed class ConversationChanges(
    ConversationStore conversations,
    MessageLogs logs,
    GroupStore groups,
    NotificationSender notifications,
    TimeProvider time)
{
    /// <summary>
    /// Sets what the request names, for each of the users; missing rows are made, unless it names nothing. Each user
    /// whose row changed learns it on all of his devices. A private chat is one for both: the other's row changes too,
    /// and both get a line in the chat.
    /// </summary>
    public Answer<SetConversationsResp> Set(Caller caller, SetConversationsReq request)
    {
        if (Malformed(request) is { } malformed)
            return malformed;
        foreach (var userID in request.UserIDs)
            if (caller.MustBe(userID) is { } foreign)
                return foreign;
        var asked = request.Conversation;
        // Only for the old kind of group; as on the real server the groups there are are not looked at.
        if (asked.ConversationType == SessionType.WriteGroup)
        {
            if (groups.Find(asked.GroupID) is not { } group)
                return ServerErrors.RecordNotFound("groupID not found");
            if (group.Status == GroupStatus.Dismissed)
                return MessageErrors.DismissedAlready;
        }
        foreach (var userID in SetsAnything(asked) ? request.UserIDs : [])
            if (conversations.Of(userID).Set(NewRow(asked, TargetOf(asked)), settings => Apply(asked, settings)))
                TellChanged(caller.OperationID, userID, asked.ConversationID);
        if (asked is { IsPrivateChat: { } isPrivate, ConversationType: not SessionType.Group, UserID.Length: > 0 })
            foreach (var userID in request.UserIDs)
                SetPrivateChat(caller.OperationID, userID, asked, isPrivate);
        return new SetConversationsResp();
    }

    /// <summary>Tells a user's devices that rows of his changed.</summary>
    public void TellChanged(string operationID, string userID, params ReadOnlySpan<string> conversationIDs)
    {
        var tips = new ConversationUpdateTips { UserID = userID };
        foreach (var conversationID in conversationIDs)
            tips.ConversationIDList.Add(conversationID);
        notifications.ToUser(operationID, ContentType.ConversationChanged, userID, userID, tips);
    }

    /// <summary>
    /// Removes rows, by their ids or by the age of the last message in days; the messages stay and nobody is told.
    /// </summary>
    public Answer<DeleteConversationsResp> Delete(Caller caller, DeleteConversationsReq request)
    {
        if (request.OwnerUserID.Length == 0)
            return ServerErrors.Arguments("ownerUserID is empty");
        if (request.NeedDeleteTime < 0 || request.NeedDeleteTime == 0 == (request.ConversationIDs.Count == 0))
            return ServerErrors.Arguments("either conversationIDs or needDeleteTime must be set");
        if (caller.MustBe(request.OwnerUserID) is { } foreign)
            return foreign;
        var list = conversations.Of(request.OwnerUserID);
        list.Remove(
            request.ConversationIDs.Count > 0 ? request.ConversationIDs : OlderThan(list, request.NeedDeleteTime));
        return new DeleteConversationsResp();
    }

    /// <summary>Writes <c>ex</c> into the rows that all others have of their chats with a user.</summary>
    public Answer<UpdateConversationsByUserResp> UpdateByUser(Caller caller, UpdateConversationsByUserReq request)
    {
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        if (request.Ex is { } ex)
            conversations.SetExOfChatsWith(request.UserID, ex);
        return new UpdateConversationsByUserResp();
    }

    private static ServerError? Malformed(SetConversationsReq request)
    {
        if (request.UserIDs.Count == 0)
            return ServerErrors.Arguments("userID is empty");
        return request.Conversation switch
        {
            null => ServerErrors.Arguments("conversation is empty"),
            { ConversationType: 0 } => ServerErrors.Arguments("conversationType is invalid"),
            { ConversationType: SessionType.Single, UserID.Length: 0 } => ServerErrors.Arguments("userID is empty"),
            { ConversationType: SessionType.Group, GroupID.Length: 0 } => ServerErrors.Arguments("groupID is empty"),
            _ => null,
        };
    }

    private static string TargetOf(ConversationReq asked) =>
        asked.ConversationType == SessionType.Group ? asked.GroupID : asked.UserID;

    private static ConversationRow NewRow(ConversationReq asked, string target) =>
        ConversationRow.New(asked.ConversationID, asked.ConversationType, target);

    /// <summary>Whether a setting is named besides the private chat, which is set in another way.</summary>
    private static bool SetsAnything(ConversationReq asked) => asked is not
    {
        RecvMsgOpt: null, IsPinned: null, AttachedInfo: null, Ex: null, BurnDuration: null, GroupAtType: null,
        MsgDestructTime: null, IsMsgDestruct: null,
    };

    private static ConversationSettings Apply(ConversationReq asked, ConversationSettings settings) => settings with
    {
        RecvMsgOpt = asked.RecvMsgOpt ?? settings.RecvMsgOpt,
        IsPinned = asked.IsPinned ?? settings.IsPinned,
        AttachedInfo = asked.AttachedInfo ?? settings.AttachedInfo,
        Ex = asked.Ex ?? settings.Ex,
        BurnDuration = asked.BurnDuration ?? settings.BurnDuration,
        GroupAtType = asked.GroupAtType ?? settings.GroupAtType,
        MsgDestructTime = asked.MsgDestructTime ?? settings.MsgDestructTime,
        IsMsgDestruct = asked.IsMsgDestruct ?? settings.IsMsgDestruct,
    };

    private void SetPrivateChat(string operationID, string userID, ConversationReq asked, bool isPrivate)
    {
        conversations.Of(userID).WriteOrAdd(NewRow(asked, asked.UserID), Private);
        conversations.Of(asked.UserID).WriteOrAdd(NewRow(asked, userID), Private);
        notifications.ToUser(operationID, ContentType.PrivateChat, userID, asked.UserID, new ConversationSetPrivateTips
        {
            SendID = userID,
            RecvID = asked.UserID,
            IsPrivate = isPrivate,
            ConversationID = asked.ConversationID,
        });

        ConversationSettings Private(ConversationSettings settings) => settings with { IsPrivateChat = isPrivate };
    }

    private IEnumerable<string> OlderThan(ConversationList list, long days)
    {
        var limit = time.GetUtcNow().AddDays(-Math.Min(days, 100 * 365)).ToUnixTimeMilliseconds();
        return list.All()
            .Where(row => logs.Find(row.ConversationID)?.ReadLast("") is { } last && last.SendTime < limit)
            .Select(row => row.ConversationID);
    }
}
