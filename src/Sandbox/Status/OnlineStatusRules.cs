using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Questions about who is online. Two ask the collected states, two the gateway itself.</summary>
internal sealed class OnlineStatusRules(GatewayConnections connections)
{
    private const int Online = 1;
    private const int Offline = 0;

    /// <summary>Who is online; who asks need not be said.</summary>
    public Answer<GetUserStatusResp> GetStatus(Caller caller, GetUserStatusReq request)
    {
        if (request.UserIDs.Count == 0)
            return ServerErrors.Arguments("UserIDs is empty");
        var answer = new GetUserStatusResp();
        foreach (var userID in request.UserIDs)
        {
            var platforms = connections.KnownPlatforms(userID);
            answer.StatusList.Add(new Upstream.Wire.OnlineStatus
            {
                UserID = userID,
                Status = platforms.Count > 0 ? Online : Offline,
                PlatformIDs = { platforms.Distinct() },
            });
        }
        return answer;
    }

    /// <summary>Does nothing but check, as on the server: following somebody is request 2005 of the gateway.</summary>
    public static Answer<SubscribeOrCancelUsersStatusResp> Subscribe(Caller caller, SubscribeOrCancelUsersStatusReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("UserID is empty");
        if (request.UserIDs.Count == 0)
            return ServerErrors.Arguments("UserIDs is empty");
        if (request.Genre is not (1 or 2))
            return ServerErrors.Arguments("Genre is invalid");
        return new SubscribeOrCancelUsersStatusResp();
    }

    /// <summary>Always an empty list, as on the server.</summary>
    public static Answer<GetSubscribeUsersStatusResp> GetSubscribed(Caller caller, GetSubscribeUsersStatusReq request) =>
        request.UserID.Length == 0 ? ServerErrors.Arguments("UserID is empty") : new GetSubscribeUsersStatusResp();

    /// <summary>The connections of each user asked for; null when nobody was asked for.</summary>
    public Answer<IReadOnlyList<GetUsersOnlineStatusRespSuccessResult>?> GetConnections(Caller caller, UserIDs request)
    {
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        if (request.Values is not { Count: > 0 } userIDs)
            return NoList<GetUsersOnlineStatusRespSuccessResult>();
        return userIDs.Select(userID =>
        {
            var open = connections.Of(userID);
            return new GetUsersOnlineStatusRespSuccessResult
            {
                UserID = userID,
                Status = open.Count > 0 ? Online : Offline,
                DetailPlatformStatus =
                {
                    open.Select(connection => new GetUsersOnlineStatusRespSuccessDetail
                    {
                        PlatformID = connection.PlatformID,
                        ConnID = connection.ConnectionID,
                        IsBackground = connection.IsBackground,
                        Token = connection.Token,
                    }),
                },
            };
        }).ToArray();
    }

    /// <summary>The tokens of those who are online, by platform. Who is no administrator is told of nobody.</summary>
    public Answer<IReadOnlyList<SingleDetail>?> GetTokens(Caller caller, UserIDs request)
    {
        var online = (caller.IsAdmin ? request.Values ?? [] : [])
            .Select(userID => (UserID: userID, Open: connections.Of(userID)))
            .Where(user => user.Open.Count > 0)
            .Select(user => new SingleDetail
            {
                UserID = user.UserID,
                Status = Online,
                SinglePlatformToken =
                {
                    user.Open.GroupBy(connection => connection.PlatformID).Select(platform => new SinglePlatformToken
                    {
                        PlatformID = platform.Key,
                        Total = platform.Count(),
                        Token = { platform.Select(connection => connection.Token) },
                    }),
                },
            })
            .ToArray();
        return online.Length > 0 ? online : NoList<SingleDetail>();
    }

    private static Answer<IReadOnlyList<T>?> NoList<T>() => new(null, null);
}
