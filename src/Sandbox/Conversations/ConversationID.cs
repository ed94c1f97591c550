using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// How conversations are named: a prefix for the kind, then the two users in byte order or the group. User ids may hold
/// underscores, so a name is never taken apart into users.
/// </summary>
internal static class ConversationID
{
    private const string NotificationPrefix = "n_";

    public static string OfSingleChat(string user, string other) => "si_" + Pair(user, other);

    public static string OfGroup(string groupID) => "sg_" + groupID;

    public static string OfNotificationAccount(string user, string account) => "sn_" + Pair(user, account);

    /// <summary>Where the notifications between two users go, or those of a user to himself.</summary>
    public static string OfNotifications(string user, string other) => NotificationPrefix + Pair(user, other);

    /// <summary>Where the notifications of a group go.</summary>
    public static string OfGroupNotifications(string groupID) => NotificationPrefix + groupID;

    /// <summary>The conversation that a message belongs to.</summary>
    public static string Of(MsgData message) => (message.SessionType, message.IsNotification()) switch
    {
        (SessionType.Group, false) => OfGroup(message.GroupID),
        (SessionType.Group, true) => OfGroupNotifications(message.GroupID),
        (SessionType.NotificationAccount, false) => OfNotificationAccount(message.SendID, message.RecvID),
        (_, false) => OfSingleChat(message.SendID, message.RecvID),
        (_, true) => OfNotifications(message.SendID, message.RecvID),
    };

    /// <summary>The name of the conversation that carries the notifications of another.</summary>
    public static string NotificationTwin(string conversationID) =>
        NotificationPrefix + conversationID[(conversationID.IndexOf('_', StringComparison.Ordinal) + 1)..];

    public static bool IsNotification(string conversationID) =>
        conversationID.StartsWith(NotificationPrefix, StringComparison.Ordinal);

    /// <summary>Whether it is a chat of users, not one with an account and not the notifications of one.</summary>
    public static bool IsSingleOrGroupChat(string conversationID) =>
        conversationID.StartsWith("si_", StringComparison.Ordinal)
        || conversationID.StartsWith("sg_", StringComparison.Ordinal);

    private static string Pair(string user, string other) =>
        Utf8Order(user, other) <= 0 ? $"{user}_{other}" : $"{other}_{user}";

    // The byte order of UTF-8 is that of code points. UTF-16's differs where a surrogate meets one of U+E000 to U+FFFF.
    private static int Utf8Order(string left, string right)
    {
        var same = left.AsSpan().CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
            return left.Length - right.Length;
        var (a, b) = (left[same], right[same]);
        return char.IsSurrogate(a) == char.IsSurrogate(b) ? a - b
            : char.IsSurrogate(a) ? (b >= '\uE000' ? 1 : a - b)
            : a >= '\uE000' ? -1 : a - b;
    }
}
