using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// What the server says of friends and blocked users.
/// <code>
///   1201 agreed, imported      both      OnFriendApplicationAccepted, when there was an application; friends are synced
///   1202 refused               both      OnFriendApplicationRejected
///   1203 applied               both      OnFriendApplicationAdded
///   1204 added                 both      friends are synced (no 3.8 server sends it)
///   1205 deleted, 1206 remark  both      by this user: friends are synced; by the other: his list, not ours
///   1207 / 1208 blocked        both      by this user: OnBlackAdded / OnBlackDeleted; being blocked is told to nobody
///   1209 profile               friends   friends are synced
///   1210 pin, remark, ex       self      friends are synced
/// </code>
/// Syncs go on beside the messages that follow: several notifications share one.
/// </content>
internal sealed partial class SessionGrain
{
    private const int FriendApplicationApproved = 1201;
    private const int FriendApplicationRejected = 1202;
    private const int FriendApplication = 1203;
    private const int FriendAdded = 1204;
    private const int FriendDeleted = 1205;
    private const int FriendRemarkSet = 1206;
    private const int BlackAdded = 1207;
    private const int BlackDeleted = 1208;
    private const int FriendInfoUpdated = 1209;
    private const int FriendsInfoUpdated = 1210;

    /// <summary>False when it is about something else.</summary>
    private async Task<bool> ReceiveFriendNotification(MsgData notification, CancellationToken life)
    {
        switch (notification.ContentType)
        {
            case FriendApplicationApproved
                when NotificationContent.Read<FriendApplicationApprovedTips>(notification) is { } tips:
                if (tips.Request is not null)
                    await TellApplication("OnFriendApplicationAccepted", tips.FromToUserID, tips.Request, life);
                _ = SyncFriends(PeerOf(tips.FromToUserID), FriendChange.Added);
                break;
            case FriendApplicationRejected
                when NotificationContent.Read<FriendApplicationRejectedTips>(notification) is { } tips:
                await TellApplication("OnFriendApplicationRejected", tips.FromToUserID, tips.Request, life);
                break;
            case FriendApplication when NotificationContent.Read<FriendApplicationTips>(notification) is { } tips:
                await TellApplication("OnFriendApplicationAdded", tips.FromToUserID, tips.Request, life);
                break;
            case FriendAdded when NotificationContent.Read<FriendAddedTips>(notification) is { } tips:
                if (tips.Friend?.OwnerUserID == Key.UserId)
                    _ = SyncFriends(tips.Friend.FriendUser?.UserID ?? "", FriendChange.Added);
                break;
            case FriendDeleted when NotificationContent.Read<FriendDeletedTips>(notification) is { } tips:
                if (tips.FromToUserID?.FromUserID == Key.UserId)
                    _ = SyncFriends(tips.FromToUserID.ToUserID, FriendChange.Deleted);
                break;
            case FriendRemarkSet when NotificationContent.Read<FriendInfoChangedTips>(notification) is { } tips:
                if (tips.FromToUserID?.FromUserID == Key.UserId)
                    _ = SyncFriends(tips.FromToUserID.ToUserID, FriendChange.Changed);
                break;
            case BlackAdded when NotificationContent.Read<BlackAddedTips>(notification) is { } tips:
                if (tips.FromToUserID?.FromUserID == Key.UserId)
                    await TellBlackAdded(tips.FromToUserID.ToUserID, life);
                break;
            case BlackDeleted when NotificationContent.Read<BlackDeletedTips>(notification) is { } tips:
                if (tips.FromToUserID?.FromUserID == Key.UserId)
                    await TellBlackDeleted(tips.FromToUserID.ToUserID, life);
                break;
            case FriendInfoUpdated when NotificationContent.Read<UserInfoUpdatedTips>(notification) is { } tips:
                await _profiles.Forget(tips.UserID, life);
                if (tips.UserID != Key.UserId)
                    _ = SyncFriends(tips.UserID, FriendChange.Changed);
                break;
            case FriendsInfoUpdated when NotificationContent.Read<FriendsInfoUpdateTips>(notification) is { } tips:
                if (tips.FromToUserID?.ToUserID == Key.UserId)
                    _ = SyncFriends(tips.FriendIDs, FriendChange.Changed);
                break;
            default:
                return notification.ContentType is >= FriendApplicationApproved and <= FriendsInfoUpdated;
        }
        return true;
    }

    private string PeerOf(FromToUserID? pair) =>
        (pair?.FromUserID == Key.UserId ? pair.ToUserID : pair?.FromUserID) ?? "";

    /// <summary>Servers that leave the application out of the notification are asked for it.</summary>
    private async Task TellApplication(
        string name, FromToUserID? pair, FriendRequest? application, CancellationToken life)
    {
        if (application is null)
        {
            var request = new GetDesignatedFriendsApplyReq
            {
                FromUserID = pair?.FromUserID ?? "",
                ToUserID = pair?.ToUserID ?? "",
            };
            var answer = await Call(_friendApi.GetDesignatedFriendApply, request, life);
            application = answer.Value?.FriendRequests.FirstOrDefault(found =>
                found.FromUserID == request.FromUserID && found.ToUserID == request.ToUserID);
        }
        if (application is not null && !life.IsCancellationRequested)
            Events.Raise(name, application.ToLocalFriendRequest(), Json.Relaxed.LocalFriendRequest);
    }
}
