using System.Globalization;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// <c>/msg/search_msg</c>: everybody's messages in single chats and groups, by sender, receiver or group, type and day.
/// Who is logged in may search; the real server asks for no more either. A search looks at every stored message, but
/// holds only those of its page.
/// </summary>
internal sealed class MessageSearch(MessageLogs logs, UserStore users, GroupStore groups)
{
    private const int MaxRows = 1000;

    public Answer<SearchMessageResp> Search(Caller caller, SearchMessageReq request)
    {
        if (Page.Check(request.Pagination) is { } malformed)
            return malformed;
        if (DayOf(request.SendTime) is not var (from, until))
            return ServerErrors.Arguments("sendTime must be a day, such as 2026-01-31");
        var rows = Math.Clamp(request.Pagination.ShowNumber, 0, MaxRows);
        var skipped = (request.Pagination.PageNumber - 1L) * rows;
        var answer = new SearchMessageResp();
        var chats = logs.All.Where(log => ConversationID.IsSingleOrGroupChat(log.ConversationID));
        foreach (var log in chats.OrderBy(log => log.ConversationID, StringComparer.Ordinal))
            foreach (var message in log.ReadAll())
                if (Matches(request, message) && message.SendTime >= from && message.SendTime < until)
                {
                    if (answer.ChatLogsNum >= skipped && answer.ChatLogs.Count < rows)
                        answer.ChatLogs.Add(Describe(message));
                    answer.ChatLogsNum++;
                }
        return answer;
    }

    /// <summary>The day's bounds in milliseconds, in UTC; no limits for an empty text, null for any other.</summary>
    private static (long From, long Until)? DayOf(string day)
    {
        if (day.Length == 0)
            return (long.MinValue, long.MaxValue);
        if (!DateTimeOffset.TryParseExact(
            day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return null;
        var from = date.ToUnixTimeMilliseconds();
        return (from, from + (long)TimeSpan.FromDays(1).TotalMilliseconds);
    }

    private static bool Matches(SearchMessageReq request, MsgData message) =>
        (request.SendID.Length == 0 || message.SendID == request.SendID)
        && (request.RecvID.Length == 0 || message.RecvID == request.RecvID || message.GroupID == request.RecvID)
        && (request.ContentType == 0 || message.ContentType == request.ContentType)
        && (request.SessionType == 0 || message.SessionType == request.SessionType);

    private SearchChatLog Describe(MsgData message)
    {
        var found = new ChatLog
        {
            ServerMsgID = message.ServerMsgID,
            ClientMsgID = message.ClientMsgID,
            SendID = message.SendID,
            RecvID = message.RecvID,
            GroupID = message.GroupID,
            SenderPlatformID = message.SenderPlatformID,
            SenderNickname = message.SenderNickname is { Length: > 0 } nickname ? nickname : NicknameOf(message.SendID),
            SenderFaceURL = message.SenderFaceURL,
            SessionType = message.SessionType,
            MsgFrom = message.MsgFrom,
            ContentType = message.ContentType,
            Content = message.Content.ToStringUtf8(),
            Status = message.Status,
            SendTime = message.SendTime,
            CreateTime = message.CreateTime,
            Ex = message.Ex,
            Seq = message.Seq,
        };
        if (message.SessionType == SessionType.Group)
            DescribeGroup(found);
        else
            found.RecvNickname = NicknameOf(message.RecvID);
        return new SearchChatLog
        {
            ChatLog = found,
            IsRevoked = message.ContentType == ContentType.Revoked,
        };
    }

    private void DescribeGroup(ChatLog found)
    {
        found.RecvID = found.GroupID;
        if (groups.Find(found.GroupID) is not { } group)
            return;
        found.GroupName = group.GroupName;
        // As on the real server the picture of the group stands where that of the sender should.
        found.SenderFaceURL = group.FaceURL;
        found.GroupMemberCount = group.MemberCount;
        found.GroupOwner = group.OwnerUserID;
        found.GroupType = group.GroupType;
    }

    private string NicknameOf(string userID) => users.Find(userID)?.Nickname ?? "";
}
