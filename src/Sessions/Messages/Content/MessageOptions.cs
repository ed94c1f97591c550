using Google.Protobuf.Collections;
using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>The switches that travel with a message. An absent key means true.</summary>
internal static class MessageOptions
{
    public const string History = "history";
    public const string Persistent = "persistent";
    public const string OfflinePush = "offlinePush";
    public const string UnreadCount = "unreadCount";
    public const string ConversationUpdate = "conversationUpdate";
    public const string SenderConversationUpdate = "senderConversationUpdate";
    public const string SenderSync = "senderSync";
    public const string NotPrivate = "notPrivate";

    private static readonly string[] OffWhenOnlineOnly =
        [History, Persistent, SenderSync, ConversationUpdate, SenderConversationUpdate, UnreadCount, OfflinePush];

    public static bool IsOn(Wire.MsgData message, string option) =>
        !message.Options.TryGetValue(option, out var on) || on;

    /// <summary>
    /// Makes a message one that only those see who are online: nothing stored, counted or pushed to phones.
    /// </summary>
    public static void TurnOffForOnlineOnly(MapField<string, bool> options)
    {
        foreach (var option in OffWhenOnlineOnly)
            options[option] = false;
    }
}
