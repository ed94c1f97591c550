using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    private const int UserInfoUpdated = 1303;
    private const int FriendInfoUpdated = 1209;

    /// <summary>Notifications about profiles. False when it is about something else.</summary>
    private async Task<bool> ReceiveUserNotification(MsgData notification, CancellationToken life)
    {
        if (notification.ContentType is not (UserInfoUpdated or FriendInfoUpdated))
            return false;
        if (NotificationContent.Read<UserInfoUpdatedTips>(notification) is { } tips)
            await _profiles.Forget(tips.UserID, life);
        if (notification.ContentType == UserInfoUpdated)
            await RefreshSelf(life);
        return true;
    }
}
