namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    public Task UpdateFcmToken(string fcmToken, long expireTime) =>
        Answer(Session.UpdateFcmToken(fcmToken, expireTime, Aborted));

    public Task SetAppBadge(int appUnreadCount) => Answer(Session.SetAppBadge(appUnreadCount, Aborted));
}
