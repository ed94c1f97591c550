using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// What a session remembers of a message that it sent, received or handed out: enough to find it on the server again,
/// which knows messages by seq only, and what the server does not know of it.
/// </summary>
internal sealed class IndexedMessage(string conversationID, MessageKey key)
{
    public string ConversationID { get; } = conversationID;

    public MessageKey Key { get; } = key;

    /// <summary>0 until the server's copy (echo) of an own message has told it.</summary>
    public long Seq { get; set; }

    public long SendTime { get; set; }

    /// <summary>Where a message without a seq stands: the newest seq of the conversation when it came to be.</summary>
    public long AfterSeq { get; set; }

    /// <summary>When it was read, by whom it was for; 0 when that is not known to this session.</summary>
    public long ReadTime { get; set; }

    /// <summary>
    /// One of <see cref="MessageStatus"/>. "Sending" as long as the function that sends it has not ended.
    /// </summary>
    public int Status { get; set; } = MessageStatus.Sent;

    public bool IsMine { get; set; }

    /// <summary>
    /// Sent by this very session, whose connections know it from the conversation events of the send.
    /// </summary>
    public bool IsFromHere { get; set; }

    public bool IsRead { get; set; }

    /// <summary>
    /// Told by an event of this session. The original stores such a message anew, which later shows in its history.
    /// </summary>
    public bool IsTold { get; set; }

    /// <summary>
    /// The message itself as long as the server does not list it: being sent, failed, or sent and not echoed yet.
    /// </summary>
    public MsgStruct? Unlisted { get; set; }

    /// <summary>Set while the message is being sent; the echo completes it.</summary>
    public TaskCompletionSource<SendReceipt>? Sending { get; set; }
}

/// <summary>What the server says of a message that it took.</summary>
internal sealed record SendReceipt(string ServerMsgID, long SendTime, long Seq);
