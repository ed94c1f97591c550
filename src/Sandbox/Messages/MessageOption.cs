using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The switches that a message carries (<c>options</c>). One that is missing is on, so that a message without any is an
/// ordinary one.
/// </summary>
internal static class MessageOption
{
    public const string History = "history";
    public const string Persistent = "persistent";
    public const string OfflinePush = "offlinePush";
    public const string UnreadCount = "unreadCount";
    public const string ConversationUpdate = "conversationUpdate";
    public const string SenderSync = "senderSync";
    public const string NotPrivate = "notPrivate";
    public const string SenderConversationUpdate = "senderConversationUpdate";
    public const string ReactionFromCache = "reactionFromCache";
    public const string IsNotNotification = "isNotNotification";
    public const string IsSendMsg = "isSendMsg";

    public static bool IsOn(this MsgData message, string option) =>
        !message.Options.TryGetValue(option, out var on) || on;

    public static bool IsNotification(this MsgData message) => !message.IsOn(IsNotNotification);

    /// <summary>
    /// Switches off what a content type never has. Only for messages that came with some switch: a typing state without
    /// any is kept like a text, as it is by the real server.
    /// </summary>
    public static void FixByContentType(MsgData message)
    {
        if (message.Options.Count == 0)
            return;
        ReadOnlySpan<string> off = message.ContentType switch
        {
            ContentType.Typing =>
            [
                History, Persistent, SenderSync, ConversationUpdate, SenderConversationUpdate, UnreadCount, OfflinePush,
            ],
            ContentType.HasRead => [ConversationUpdate, SenderConversationUpdate, UnreadCount, OfflinePush],
            ContentType.LegacyRevoke => [UnreadCount, OfflinePush],
            _ => [],
        };
        foreach (var option in off)
            message.Options[option] = false;
    }
}
