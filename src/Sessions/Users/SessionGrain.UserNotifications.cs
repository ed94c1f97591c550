using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    private const int UserInfoUpdated = 1303;

    /// <summary>The own profile has changed. False when it is about something else.</summary>
    private async Task<bool> ReceiveUserNotification(MsgData notification, CancellationToken life)
    {
        if (notification.ContentType != UserInfoUpdated)
            return false;
        if (NotificationContent.Read<UserInfoUpdatedTips>(notification) is { } tips)
            await _profiles.Forget(tips.UserID, life);
        await RefreshSelf(life);
        return true;
    }
}
