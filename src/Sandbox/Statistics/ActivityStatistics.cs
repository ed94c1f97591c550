using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Who wrote most, and which groups were written to most. It looks at every stored message of the chats.
/// </summary>
internal sealed class ActivityStatistics(MessageLogs logs, UserStore users, GroupStore groups)
{
    /// <summary>The users who wrote to single chats, with <c>group</c> to groups as well.</summary>
    public Answer<GetActiveUserResp> Users(Caller caller, GetActiveUserReq request)
    {
        if (Refusal(caller, request.Pagination) is { } refused)
            return refused;
        var activity = new Activity();
        foreach (var message in Written(request.Start, request.End))
            if (message.SessionType == SessionType.Single || (request.Group && message.SessionType == SessionType.Group))
                activity.Add(message.SendID, message.SendTime);
        return new GetActiveUserResp
        {
            MsgCount = activity.Messages,
            UserCount = activity.Count,
            DateCount = { activity.Days },
            Users =
            {
                Page.Of(activity.Ranked(request.Ase), request.Pagination).Select(pair => new ActiveUser
                {
                    User = users.Find(pair.Key) ?? new UserInfo { UserID = pair.Key, Nickname = pair.Key },
                    Count = pair.Value,
                }),
            },
        };
    }

    public Answer<GetActiveGroupResp> Groups(Caller caller, GetActiveGroupReq request)
    {
        if (Refusal(caller, request.Pagination) is { } refused)
            return refused;
        var activity = new Activity();
        foreach (var message in Written(request.Start, request.End))
            if (message.SessionType == SessionType.Group)
                activity.Add(message.GroupID, message.SendTime);
        return new GetActiveGroupResp
        {
            MsgCount = activity.Messages,
            GroupCount = activity.Count,
            DateCount = { activity.Days },
            Groups =
            {
                Page.Of(activity.Ranked(request.Ase), request.Pagination).Select(pair => new ActiveGroup
                {
                    Group = groups.Find(pair.Key) ?? new GroupInfo { GroupID = pair.Key },
                    Count = pair.Value,
                }),
            },
        };
    }

    private static ServerError? Refusal(Caller caller, RequestPagination? pagination) =>
        caller.MustBeAdmin() ?? Page.Check(pagination);

    private IEnumerable<MsgData> Written(long start, long end) => logs.All
        .Where(log => !ConversationID.IsNotification(log.ConversationID))
        .SelectMany(log => log.ReadAll())
        .Where(message => message.SendTime >= start && message.SendTime < end);
}
