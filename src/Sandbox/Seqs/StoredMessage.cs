using Google.Protobuf;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// A message as it is kept: its protobuf bytes (a quarter of the object's size), and what changes while it is kept.
/// </summary>
/// <param name="Data">The bytes; null when there is no such message, or when it was removed for everybody.</param>
internal readonly record struct StoredMessage(byte[]? Data)
{
    /// <summary>Its receiver has read it.</summary>
    public bool IsRead { get; init; }

    /// <summary>Of a removed message, the only thing that stays, in milliseconds.</summary>
    public long SendTime { get; init; }

    public bool IsRemoved => Data is null;

    /// <summary>What stays when it is removed.</summary>
    public StoredMessage Removed(long seq) => new((byte[]?)null) { SendTime = ToMessage(seq, deleted: false).SendTime };

    public MsgData ToMessage(long seq, bool deleted)
    {
        if (Data is null)
            return new MsgData { Seq = seq, SendTime = SendTime, Status = MessageStatus.Deleted };
        var message = MsgData.Parser.ParseFrom(Data);
        message.IsRead = IsRead;
        if (deleted)
        {
            message.Status = MessageStatus.Deleted;
            // Of one that was taken back as well the notice stays; only its own content was private.
            if (message.ContentType != ContentType.Revoked || message.IsNotification())
                message.Content = ByteString.Empty;
        }
        return message;
    }
}
