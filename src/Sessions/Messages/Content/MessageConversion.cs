using System.Text;
using System.Text.Json;
using Google.Protobuf;
using OpenIM.SignalR.Contracts;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;
using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>Between the message of the wire and the message that apps see.</summary>
internal static class MessageConversion
{
    /// <summary>Who sends it without anything attached writes this text, and everybody keeps it.</summary>
    private const string NothingAttached = "null";

    /// <summary>A message as it was pushed: <c>attachedInfoElem</c> is always there, the push hints too.</summary>
    public static MsgStruct Pushed(Wire.MsgData data) =>
        FromWire(data, AttachedInfoOf(data) ?? new(), data.OfflinePushInfo);

    /// <summary>
    /// The latest message of a conversation that was there before this session: nothing is added to it.
    /// </summary>
    public static MsgStruct Latest(Wire.MsgData data) => FromWire(data, AttachedInfoOf(data), data.OfflinePushInfo);

    /// <summary>
    /// A message out of the history: as pushed, without the push hints, which the server's store is not asked for. One
    /// of a group goes to the group.
    /// </summary>
    public static MsgStruct Stored(Wire.MsgData data)
    {
        var message = FromWire(data, AttachedInfoOf(data) ?? new(), offlinePush: null);
        return data.SessionType == SessionType.Group ? message with { RecvID = data.GroupID } : message;
    }

    /// <summary>The text form of <paramref name="elem"/>, in which it is stored and sent.</summary>
    public static string AttachedInfoText(AttachedInfoElem? elem) =>
        elem is null ? NothingAttached : JsonSerializer.Serialize(elem, Json.Relaxed.AttachedInfoElem);

    /// <summary>
    /// The request of SendMessage. Times and seq are the server's to give; who sends is <paramref name="message"/>'s
    /// business only after the caller has put the session's own identity there.
    /// </summary>
    public static Wire.MsgData ToWire(MsgStruct message, byte[] content, OfflinePushInfo? offlinePush)
    {
        var data = new Wire.MsgData
        {
            SendID = message.SendID ?? "",
            RecvID = message.RecvID ?? "",
            GroupID = message.GroupID ?? "",
            ClientMsgID = message.ClientMsgID ?? "",
            SenderPlatformID = message.SenderPlatformID,
            SenderNickname = message.SenderNickname ?? "",
            SenderFaceURL = message.SenderFaceUrl ?? "",
            SessionType = message.SessionType,
            MsgFrom = message.MsgFrom,
            ContentType = message.ContentType,
            Content = UnsafeByteOperations.UnsafeWrap(content),
            CreateTime = message.CreateTime,
            Status = MessageStatus.Sending,
            AttachedInfo = AttachedInfoText(message.AttachedInfoElem),
            Ex = message.Ex ?? "",
        };
        if (message.AttachedInfoElem?.IsPrivateChat == true)
            data.Options[MessageOptions.NotPrivate] = false;
        if (message.ContentType == ContentType.AtText && message.AtTextElem?.AtUserList is { } atUsers)
            data.AtUserIDList.AddRange(atUsers);
        if (offlinePush is not null)
            data.OfflinePushInfo = new Wire.OfflinePushInfo
            {
                Title = offlinePush.Title,
                Desc = offlinePush.Desc,
                Ex = offlinePush.Ex,
                IOSPushSound = offlinePush.IOSPushSound,
                IOSBadgeCount = offlinePush.IOSBadgeCount,
                SignalInfo = offlinePush.SignalInfo,
            };
        return data;
    }

    private static MsgStruct FromWire(Wire.MsgData data, AttachedInfoElem? attached, Wire.OfflinePushInfo? offlinePush)
    {
        var content = data.Content.Span;
        var elem = MessageContent.Decode(data.ContentType, content);
        if (!MessageOptions.IsOn(data, MessageOptions.NotPrivate))
            attached = (attached ?? new()) with { IsPrivateChat = true };
        return new MsgStruct
        {
            ClientMsgID = data.ClientMsgID,
            ServerMsgID = data.ServerMsgID,
            CreateTime = data.CreateTime,
            SendTime = data.SendTime,
            SessionType = data.SessionType,
            SendID = data.SendID,
            RecvID = data.RecvID,
            MsgFrom = data.MsgFrom,
            ContentType = data.ContentType,
            SenderPlatformID = data.SenderPlatformID,
            SenderNickname = data.SenderNickname,
            SenderFaceUrl = data.SenderFaceURL,
            GroupID = data.GroupID,
            // An element says it all; only what could not be read is handed over as it came.
            Content = elem is null ? Encoding.UTF8.GetString(content) : null,
            Seq = data.Seq,
            IsRead = data.IsRead,
            // The server leaves a message at "sending", or at 0 when it made it itself: what it hands out is sent.
            Status = data.Status < MessageStatus.Deleted ? MessageStatus.Sent : data.Status,
            OfflinePush = offlinePush is null ? null : FromWire(offlinePush),
            AttachedInfo = data.AttachedInfo,
            Ex = data.Ex,
            TextElem = elem as TextElem,
            CardElem = elem as CardElem,
            PictureElem = elem as PictureElem,
            SoundElem = elem as SoundElem,
            VideoElem = elem as VideoElem,
            FileElem = elem as FileElem,
            MergeElem = elem as MergeElem,
            AtTextElem = elem as AtTextElem,
            FaceElem = elem as FaceElem,
            LocationElem = elem as LocationElem,
            CustomElem = elem as CustomElem,
            QuoteElem = elem as QuoteElem,
            NotificationElem = GroupNotification.IsOne(data.ContentType)
                ? GroupNotificationText.WithoutVersion(elem as NotificationElem)
                : elem as NotificationElem,
            AdvancedTextElem = elem as AdvancedTextElem,
            TypingElem = elem as TypingElem,
            MarkdownTextElem = elem as MarkdownTextElem,
            AttachedInfoElem = attached,
        };
    }

    private static AttachedInfoElem? AttachedInfoOf(Wire.MsgData data) =>
        data.AttachedInfo.Length == 0 || data.AttachedInfo == NothingAttached
            ? null
            : MessageContent.Parse(Encoding.UTF8.GetBytes(data.AttachedInfo), Json.Relaxed.AttachedInfoElem);

    private static OfflinePushInfo FromWire(Wire.OfflinePushInfo push) => new()
    {
        Title = push.Title,
        Desc = push.Desc,
        Ex = push.Ex,
        IOSPushSound = push.IOSPushSound,
        IOSBadgeCount = push.IOSBadgeCount,
        SignalInfo = push.SignalInfo,
    };
}
