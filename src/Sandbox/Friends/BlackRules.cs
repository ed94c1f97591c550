using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The black list: who is on it cannot write to its owner, and is told so.</summary>
internal sealed class BlackRules(
    BlackStore blacks, UserStore users, NotificationSender notifications, TimeProvider time)
{
    private const int MillisecondsPerSecond = 1000;

    public Answer<AddBlackResp> Add(Caller caller, AddBlackReq request)
    {
        if (request.OwnerUserID.Length == 0 || request.BlackUserID.Length == 0)
            return ServerErrors.Arguments("ownerUserID or blackUserID is empty");
        if (caller.MustBe(request.OwnerUserID) is { } foreign)
            return foreign;
        if (users.Find(request.OwnerUserID) is null
            || users.Find(request.BlackUserID) is null
            || request.OwnerUserID == request.BlackUserID)
            return ServerErrors.RecordNotFound("user not found");
        var added = blacks.TryAdd(request.BlackUserID, new BlackInfo
        {
            OwnerUserID = request.OwnerUserID,
            OperatorUserID = caller.UserID,
            CreateTime = time.GetUtcNow().ToUnixTimeMilliseconds(),
            Ex = request.Ex,
        });
        if (!added)
            return ServerErrors.Internal("duplicate key");
        notifications.ToUser(
            caller.OperationID,
            ContentType.BlackAdded,
            request.OwnerUserID,
            request.BlackUserID,
            new BlackAddedTips { FromToUserID = FromTo(request.OwnerUserID, request.BlackUserID) });
        return new AddBlackResp();
    }

    /// <summary>Also succeeds, and is told, for somebody who is not on the list.</summary>
    public Answer<RemoveBlackResp> Remove(Caller caller, RemoveBlackReq request)
    {
        if (request.OwnerUserID.Length == 0 || request.BlackUserID.Length == 0)
            return ServerErrors.Arguments("ownerUserID or blackUserID is empty");
        if (caller.MustBe(request.OwnerUserID) is { } foreign)
            return foreign;
        blacks.Remove(request.OwnerUserID, request.BlackUserID);
        notifications.ToUser(
            caller.OperationID,
            ContentType.BlackDeleted,
            request.OwnerUserID,
            request.BlackUserID,
            new BlackDeletedTips { FromToUserID = FromTo(request.OwnerUserID, request.BlackUserID) });
        return new RemoveBlackResp();
    }

    /// <summary>Page by page, with times in seconds.</summary>
    public Answer<GetPaginationBlacksResp> OnePage(Caller caller, GetPaginationBlacksReq request)
    {
        if (Page.Check(request.Pagination) is { } malformed)
            return malformed;
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var all = blacks.All(request.UserID);
        var answer = new GetPaginationBlacksResp { Total = all.Count };
        foreach (var (userID, line) in Page.Of(all, request.Pagination))
        {
            var shown = WithProfile(userID, line);
            shown.CreateTime /= MillisecondsPerSecond;
            answer.Blacks.Add(shown);
        }
        return answer;
    }

    /// <summary>Those of some users who are on the list, with times in milliseconds.</summary>
    public Answer<GetSpecifiedBlacksResp> Specified(Caller caller, GetSpecifiedBlacksReq request)
    {
        // Whose list it is comes first here, unlike elsewhere.
        if (caller.MustBe(request.OwnerUserID) is { } foreign)
            return foreign;
        if (request.UserIDList.Count == 0)
            return ServerErrors.Arguments("userIDList is empty");
        if (request.UserIDList.Distinct(StringComparer.Ordinal).Count() < request.UserIDList.Count)
            return ServerErrors.Arguments("userIDList repeated");
        var answer = new GetSpecifiedBlacksResp();
        foreach (var userID in request.UserIDList)
            if (blacks.Find(request.OwnerUserID, userID) is { } line)
                answer.Blacks.Add(WithProfile(userID, line));
        answer.Total = answer.Blacks.Count;
        return answer;
    }

    private BlackInfo WithProfile(string userID, BlackInfo line)
    {
        var shown = line.Clone();
        if (users.Find(userID) is { } user)
            shown.BlackUserInfo = new PublicUserInfo
            {
                UserID = user.UserID,
                Nickname = user.Nickname,
                FaceURL = user.FaceURL,
                Ex = user.Ex,
            };
        return shown;
    }

    private static FromToUserID FromTo(string from, string to) => new() { FromUserID = from, ToUserID = to };
}
