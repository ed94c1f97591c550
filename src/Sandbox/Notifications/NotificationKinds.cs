using System.Collections.Frozen;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The types of notification as the real server's shipped configuration has them.</summary>
internal static class NotificationKinds
{
    private static readonly NotificationKind Unconfigured = new() { OfflinePush = new OfflinePushInfo() };
    private static readonly NotificationKind Stored = Unconfigured with { IsStored = true };

    private static readonly FrozenDictionary<int, NotificationKind> Kinds = new Dictionary<int, NotificationKind>
    {
        [ContentType.FriendApplicationApproved] = Person("Someone applies to add your friend application") with
        {
            HasChatCopy = true,
            HasOfflinePush = true,
        },
        [ContentType.FriendApplicationRejected] = Person("Someone rejected your friend application") with
        {
            HasOfflinePush = true,
        },
        [ContentType.FriendApplication] = Person("Somebody applies to add you as a friend") with
        {
            HasOfflinePush = true,
        },
        [ContentType.FriendDeleted] = Person("deleted a friend"),
        [ContentType.FriendRemarkSet] = Person("Your friend's profile has been changed"),
        [ContentType.BlackAdded] = Person("blocked a user"),
        [ContentType.BlackDeleted] = Person("Remove a blocked user"),
        [ContentType.FriendInfoUpdated] = Person("friend info updated"),
        [ContentType.FriendsUpdated] = Person("friend info updated"),
        [ContentType.ConversationChanged] = Person("conversation changed"),
        [ContentType.UserInfoUpdated] = Person("userInfo updated"),
        [1501] = Group("create group") with { HasChatCopy = true },
        [1502] = Group("groupInfoSet"),
        [1503] = Group("joinGroupApplication") with { HasOfflinePush = true },
        [1504] = Group("memberQuit") with { HasChatCopy = true },
        [1505] = Group("groupApplicationAccepted") with { HasOfflinePush = true },
        [1506] = Group("groupApplicationRejected") with { HasOfflinePush = true },
        [1507] = Group("groupOwnerTransferred") with { HasChatCopy = true },
        [1508] = Group("memberKicked") with { HasChatCopy = true },
        [1509] = Group("memberInvited") with { HasChatCopy = true },
        [1510] = Group("memberEnter") with { HasChatCopy = true },
        [ContentType.GroupDismissed] = Group("groupDismissed") with { HasChatCopy = true },
        [1512] = Group("groupMemberMuted") with { HasChatCopy = true },
        [1513] = Group("groupMemberCancelMuted") with { HasChatCopy = true },
        [1514] = Group("groupMuted") with { HasChatCopy = true },
        [1515] = Group("groupCancelMuted") with { HasChatCopy = true },
        [1516] = Group("groupMemberInfoSet"),
        [1519] = Group("groupInfoSetAnnouncement") with { HasChatCopy = true },
        [1520] = Group("groupInfoSetName") with { HasChatCopy = true },
        [ContentType.PrivateChat] = Person("burn after reading") with { HasChatCopy = true },
        [ContentType.Revoked] = Stored,
        [ContentType.MessagesDeleted] = Stored,
        [ContentType.HasRead] = Stored,
    }.ToFrozenDictionary();

    public static NotificationKind Of(int contentType) => Kinds.GetValueOrDefault(contentType, Unconfigured);

    private static NotificationKind Person(string text) => Show(text, text, text);

    private static NotificationKind Group(string name) => Show($"{name} title", $"{name} desc", $"{name} ext");

    private static NotificationKind Show(string title, string desc, string ex) =>
        new() { OfflinePush = new OfflinePushInfo { Title = title, Desc = desc, Ex = ex } };
}
