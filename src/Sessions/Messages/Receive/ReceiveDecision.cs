using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>What an incoming message is to this session.</summary>
internal enum ReceivedAs
{
    /// <summary>Deleted, a placeholder, or here already.</summary>
    Nothing,

    /// <summary>Somebody types.</summary>
    Typing,

    /// <summary>Not stored anywhere: OnRecvOnlineOnlyMessage.</summary>
    OnlineOnly,

    /// <summary>The server's copy of what this session sent; it brings the seq.</summary>
    Echo,

    /// <summary>A message that clients have not seen: OnRecvNewMessages.</summary>
    New,
}

/// <summary>
/// The table of what is done with an incoming message, pushed or pulled alike. Options count as true when they are
/// absent.
/// <code>
///   message                          told as          conversation              unread + 1
///   status 4 and up, duplicate       -                -                         -
///   contentType 113                  typing           -                         -
///   history off                      online-only      conversationUpdate        unreadCount, seq > counted
///   mine, sent by this session       - (echo)         its copy is patched       -
///   mine, sent by another device     new              + senderConversationUpdate  -
///   from others                      new              conversationUpdate        unreadCount, seq > counted
///   conversationUpdate off           -                -                         -
/// </code>
/// </summary>
/// <param name="As">What it is.</param>
/// <param name="UpdatesConversation">Whether it becomes the latest message of its conversation, which it may
/// create.</param>
/// <param name="Counts">Whether it adds to the unread count.</param>
internal readonly record struct ReceiveDecision(ReceivedAs As, bool UpdatesConversation, bool Counts)
{
    /// <param name="data">The message.</param>
    /// <param name="isMine">Whether the session's user sent it.</param>
    /// <param name="known">What the session remembers under its id.</param>
    /// <param name="counted">The highest seq that the conversation's unread count covers.</param>
    public static ReceiveDecision Of(Wire.MsgData data, bool isMine, IndexedMessage? known, long counted)
    {
        if (data.Status >= MessageStatus.Deleted)
            return default;
        if (data.ContentType == ContentType.Typing)
            return new(ReceivedAs.Typing, UpdatesConversation: false, Counts: false);

        var updates = MessageOptions.IsOn(data, MessageOptions.ConversationUpdate);
        var counts = updates && !isMine && data.Seq > counted && MessageOptions.IsOn(data, MessageOptions.UnreadCount);
        if (!MessageOptions.IsOn(data, MessageOptions.History))
            return new(ReceivedAs.OnlineOnly, updates, counts);
        // Two seqs with one id: the server does not look for that, so that we have to.
        if (known is { Seq: > 0 } && known.Seq != data.Seq)
            return default;
        if (known is { IsFromHere: true })
            return new(ReceivedAs.Echo, UpdatesConversation: false, Counts: false);
        if (known is { IsTold: true } || !updates)
            return default;
        return isMine
            ? new(ReceivedAs.New, MessageOptions.IsOn(data, MessageOptions.SenderConversationUpdate), Counts: false)
            : new(ReceivedAs.New, UpdatesConversation: true, counts);
    }
}
