using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>What offline pushes need to know of the app.</content>
internal sealed partial class SessionGrain
{
    public async Task<Result> UpdateFcmToken(string fcmToken, long expireTime, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var request = new FcmUpdateTokenReq
        {
            PlatformID = Key.PlatformId,
            FcmToken = fcmToken,
            Account = Key.UserId,
            ExpireTime = expireTime,
        };
        var answer = await Call(_thirdApi.FcmUpdateToken, request, cancellationToken);
        return answer.IsOk ? Result.Ok : answer.Error;
    }

    public async Task<Result> SetAppBadge(int appUnreadCount, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var answer = await Call(
            _thirdApi.SetAppBadge,
            new SetAppBadgeReq { UserID = Key.UserId, AppUnreadCount = appUnreadCount },
            cancellationToken);
        return answer.IsOk ? Result.Ok : answer.Error;
    }
}
