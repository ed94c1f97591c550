using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>The rules of a message that is about to be sent.</summary>
internal static class OutgoingMessage
{
    private static readonly OpenImError ContentTypeNotSupported =
        new(ErrorCode.ContentTypeNotSupported, "Message content type not supported");

    /// <summary>Why a message cannot be sent at all, or null.</summary>
    /// <param name="message">As the client gave it.</param>
    /// <param name="uploads">Whether the function is the one that uploads files first, from paths on its own
    /// device.</param>
    /// <param name="function">Its name.</param>
    public static OpenImError? Refusal(MsgStruct? message, bool uploads, string function)
    {
        if (message is null)
            return Errors.Arguments("the message is missing");
        if (string.IsNullOrEmpty(message.ClientMsgID))
            return Errors.Arguments("clientMsgID is missing");
        if (!ContentType.CanBeSent(message.ContentType))
            return ContentTypeNotSupported;
        return uploads && message.Status != MessageStatus.Sent && NeedsUpload(message)
            ? Errors.HostFileRefused(function)
            : null;
    }

    /// <summary>
    /// The message with the session's identity and its address. What a client may not say itself is overwritten, and
    /// with it the time: a message is sent when its turn comes, not when it was made, or it would not become the latest
    /// of its conversation.
    /// </summary>
    public static MsgStruct Addressed(
        MsgStruct message, string selfID, int platformID, SendTarget target, AttachedInfoElem? attachedInfo,
        long now) => message with
        {
            SendID = selfID,
            SenderPlatformID = platformID,
            MsgFrom = MessageOrigin.User,
            SessionType = target.SessionType,
            RecvID = target.IsGroup ? message.RecvID : target.SourceID,
            GroupID = target.IsGroup ? target.SourceID : null,
            CreateTime = message.CreateTime > 0 ? message.CreateTime : now,
            SendTime = now,
            Seq = 0,
            // A forward stays "sent"; all others, also those that failed before, are on their way now.
            Status = message.Status == MessageStatus.Sent ? MessageStatus.Sent : MessageStatus.Sending,
            OfflinePush = null,
            AttachedInfo = null,
            AttachedInfoElem = attachedInfo,
        };

    /// <summary>
    /// What a single chat attaches: that it is private, or what the client gave, without what others' reading left
    /// there.
    /// </summary>
    public static AttachedInfoElem? AttachedInSingle(AttachedInfoElem? given, ConversationRow? row)
    {
        if (row is { Settings.IsPrivateChat: true })
            return new() { IsPrivateChat = true, BurnDuration = row.Settings.BurnDuration };
        return given is null ? null : given with { IsPrivateChat = false, BurnDuration = 0, HasReadTime = 0 };
    }

    /// <summary>A quote knows the seq of what it quotes, so that a revocation finds it.</summary>
    public static MsgStruct WithQuotedSeq(MsgStruct message, Func<string?, long> seqOf)
    {
        if (message is not { ContentType: ContentType.Quote, QuoteElem: { QuoteMessage: { } quoted } quote })
            return message;
        var seq = seqOf(quoted.ClientMsgID);
        return seq == 0 || seq == quoted.Seq
            ? message
            : message with { QuoteElem = quote with { QuoteMessage = quoted with { Seq = seq } } };
    }

    /// <summary>The message as it was taken by the server. Its seq comes later.</summary>
    public static MsgStruct Sent(MsgStruct message, string serverMsgID, long sendTime) => message with
    {
        ServerMsgID = serverMsgID,
        SendTime = sendTime,
        Status = MessageStatus.Sent,
        Content = null,
    };

    private static bool NeedsUpload(MsgStruct message) => message.ContentType switch
    {
        ContentType.Picture => string.IsNullOrEmpty(message.PictureElem?.SourcePicture?.Url),
        ContentType.Sound => string.IsNullOrEmpty(message.SoundElem?.SourceUrl),
        ContentType.Video => string.IsNullOrEmpty(message.VideoElem?.VideoUrl),
        ContentType.File => string.IsNullOrEmpty(message.FileElem?.SourceUrl),
        _ => false,
    };
}
