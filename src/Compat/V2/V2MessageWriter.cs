using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>
/// Writes a message as v2 has it: every element is there, empty or not, and <c>content</c> holds the text, or the JSON
/// of the element that <c>contentType</c> names.
/// </summary>
internal static class V2MessageWriter
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A message as JSON text.</summary>
    /// <param name="message">The message.</param>
    /// <param name="hideSeq">Leaves the seq at 0, as the v2 SDK did with one's own message.</param>
    public static string ToText(MsgStruct message, bool hideSeq = false) =>
        Build(json => Write(json, message, hideSeq));

    public static void Write(Utf8JsonWriter json, MsgStruct message, bool hideSeq = false)
    {
        json.WriteStartObject();
        Optional(json, "clientMsgID", message.ClientMsgID);
        Optional(json, "serverMsgID", message.ServerMsgID);
        json.WriteNumber("createTime", message.CreateTime);
        json.WriteNumber("sendTime", message.SendTime);
        json.WriteNumber("sessionType", message.SessionType);
        Optional(json, "sendID", message.SendID);
        Optional(json, "recvID", message.RecvID);
        json.WriteNumber("msgFrom", message.MsgFrom);
        json.WriteNumber("contentType", ContentTypeOf(message));
        json.WriteNumber("platformID", message.SenderPlatformID);
        Optional(json, "senderNickname", message.SenderNickname);
        Optional(json, "senderFaceUrl", message.SenderFaceUrl);
        Optional(json, "groupID", message.GroupID);
        Optional(json, "content", ContentOf(message));
        json.WriteNumber("seq", hideSeq ? 0 : message.Seq);
        json.WriteBoolean("isRead", message.IsRead);
        json.WriteNumber("status", message.Status);
        V2Elements.OfflinePush(json, message.OfflinePush);
        Optional(json, "attachedInfo", message.AttachedInfo == "null" ? null : message.AttachedInfo);
        Optional(json, "ex", message.Ex);
        json.WritePropertyName("pictureElem");
        V2Elements.Picture(json, message.PictureElem);
        json.WritePropertyName("soundElem");
        V2Elements.Sound(json, message.SoundElem);
        json.WritePropertyName("videoElem");
        V2Elements.Video(json, message.VideoElem);
        json.WritePropertyName("fileElem");
        V2Elements.File(json, message.FileElem);
        json.WritePropertyName("mergeElem");
        V2Elements.Merger(json, message.MergeElem);
        json.WritePropertyName("atElem");
        V2Elements.AtText(json, message.AtTextElem);
        json.WritePropertyName("faceElem");
        V2Elements.Face(json, message.FaceElem);
        json.WritePropertyName("locationElem");
        V2Elements.Location(json, message.LocationElem);
        json.WritePropertyName("customElem");
        V2Elements.Custom(json, message.CustomElem);
        json.WritePropertyName("quoteElem");
        V2Elements.Quote(json, message.QuoteElem);
        json.WritePropertyName("notificationElem");
        V2Elements.Notification(json, IsRevoked(message) ? null : message.NotificationElem);
        json.WritePropertyName("messageEntityElem");
        V2Elements.AdvancedText(json, message.AdvancedTextElem);
        json.WritePropertyName("attachedInfoElem");
        V2Elements.AttachedInfo(json, message.AttachedInfoElem);
        json.WriteEndObject();
    }

    /// <summary>A text that is left out when it is empty.</summary>
    public static void Optional(Utf8JsonWriter json, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(key, value);
    }

    private static bool IsRevoked(MsgStruct message) => message.ContentType == V2ContentType.RevokedInV38;

    // In v2 118 is a message that was taken back, in v3.8 a text of markdown, which v2 can show as the text that it is.
    private static int ContentTypeOf(MsgStruct message) => message switch
    {
        { MarkdownTextElem: not null } => V2ContentType.Text,
        _ when IsRevoked(message) => V2ContentType.Revoked,
        _ => message.ContentType,
    };

    private static string? ContentOf(MsgStruct message) => message switch
    {
        { NotificationElem.Detail: { } detail } when IsRevoked(message) => V2Entities.Revocation(detail),
        { TextElem: { } text } => text.Content,
        { PictureElem: { } element } => Build(json => V2Elements.Picture(json, element)),
        { SoundElem: { } element } => Build(json => V2Elements.Sound(json, element)),
        { VideoElem: { } element } => Build(json => V2Elements.Video(json, element)),
        { FileElem: { } element } => Build(json => V2Elements.File(json, element)),
        { AtTextElem: { } element } => Build(json => V2Elements.AtText(json, element)),
        { MergeElem: { } element } => Build(json => V2Elements.Merger(json, element)),
        { CardElem: { } element } => Build(json => V2Elements.Card(json, element)),
        { LocationElem: { } element } => Build(json => V2Elements.Location(json, element)),
        { CustomElem: { } element } => Build(json => V2Elements.Custom(json, element)),
        { QuoteElem: { } element } => Build(json => V2Elements.Quote(json, element)),
        { FaceElem: { } element } => Build(json => V2Elements.Face(json, element)),
        { AdvancedTextElem: { } element } => Build(json => V2Elements.AdvancedText(json, element)),
        { MarkdownTextElem: { } element } => element.Content,
        { TypingElem: { } element } => element.MsgTips,
        { NotificationElem: { } element } => element.Detail,
        _ => message.Content,
    };

    private static string Build(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Options);
        write(json);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
