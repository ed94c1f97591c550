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
        [ContentType.GroupCreated] = Group("create group") with { HasChatCopy = true },
        [ContentType.GroupInfoSet] = Group("groupInfoSet"),
        [ContentType.JoinGroupApplication] = Group("joinGroupApplication") with { HasOfflinePush = true },
        [ContentType.MemberQuit] = Group("memberQuit") with { HasChatCopy = true },
        [ContentType.GroupApplicationAccepted] = Group("groupApplicationAccepted") with { HasOfflinePush = true },
        [ContentType.GroupApplicationRejected] = Group("groupApplicationRejected") with { HasOfflinePush = true },
        [ContentType.GroupOwnerTransferred] = Group("groupOwnerTransferred") with { HasChatCopy = true },
        [ContentType.MemberKicked] = Group("memberKicked") with { HasChatCopy = true },
        [ContentType.MemberInvited] = Group("memberInvited") with { HasChatCopy = true },
        [ContentType.MemberEnter] = Group("memberEnter") with { HasChatCopy = true },
        [ContentType.GroupDismissed] = Group("groupDismissed") with { HasChatCopy = true },
        [ContentType.GroupMemberMuted] = Group("groupMemberMuted") with { HasChatCopy = true },
        [ContentType.GroupMemberCancelMuted] = Group("groupMemberCancelMuted") with { HasChatCopy = true },
        [ContentType.GroupMuted] = Group("groupMuted") with { HasChatCopy = true },
        [ContentType.GroupCancelMuted] = Group("groupCancelMuted") with { HasChatCopy = true },
        [ContentType.GroupMemberInfoSet] = Group("groupMemberInfoSet"),
        [ContentType.GroupInfoSetAnnouncement] = Group("groupInfoSetAnnouncement") with { HasChatCopy = true },
        [ContentType.GroupInfoSetName] = Group("groupInfoSetName") with { HasChatCopy = true },
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
