using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    /// <summary>Where offline pushes go to.</summary>
    /// <param name="fcmToken">The device's token.</param>
    /// <param name="expireTime">When it ends, in Unix seconds.</param>
    /// <param name="cancellationToken">The caller's.</param>
    [Alias("UpdateFcmToken")]
    Task<Result> UpdateFcmToken(string fcmToken, long expireTime, CancellationToken cancellationToken);

    /// <summary>The number that offline pushes show on the app's icon and count from.</summary>
    [Alias("SetAppBadge")]
    Task<Result> SetAppBadge(int appUnreadCount, CancellationToken cancellationToken);
}
