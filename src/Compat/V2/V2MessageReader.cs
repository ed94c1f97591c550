using System.Text.Json;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>
/// Reads a v2 message. Its elements are all there, most of them empty: the one that <c>contentType</c> names is taken,
/// from
/// <c>content</c> where v2 has no element for it.
/// </summary>
internal static class V2MessageReader
{
    /// <exception cref="JsonException">A key has a value of the wrong type.</exception>
    public static MsgStruct Read(JsonElement json)
    {
        var contentType = Number<int>(json, "contentType");
        var content = Text(json, "content");
        var message = new MsgStruct
        {
            ClientMsgID = Text(json, "clientMsgID"),
            ServerMsgID = Text(json, "serverMsgID"),
            CreateTime = Number<long>(json, "createTime"),
            SendTime = Number<long>(json, "sendTime"),
            SessionType = Number<int>(json, "sessionType"),
            SendID = Text(json, "sendID"),
            RecvID = Text(json, "recvID"),
            MsgFrom = Number<int>(json, "msgFrom"),
            ContentType = contentType,
            SenderPlatformID = Number<int>(json, "platformID"),
            SenderNickname = Text(json, "senderNickname"),
            SenderFaceUrl = Text(json, "senderFaceUrl"),
            GroupID = Text(json, "groupID"),
            Seq = Number<long>(json, "seq"),
            IsRead = json.TryGetProperty("isRead", out var isRead) && isRead.ValueKind == JsonValueKind.True,
            Status = Number<int>(json, "status"),
            AttachedInfo = Text(json, "attachedInfo"),
            Ex = Text(json, "ex"),
            OfflinePush = HasMembers(json, "offlinePush", out var push)
                ? push.Deserialize<OfflinePushInfo>(JsonText.Given)
                : null,
        };
        return contentType switch
        {
            V2ContentType.Text => message with { TextElem = new TextElem { Content = content } },
            V2ContentType.Picture => message with { PictureElem = Element<PictureElem>(json, "pictureElem") },
            V2ContentType.Sound => message with { SoundElem = Element<SoundElem>(json, "soundElem") },
            V2ContentType.Video => message with { VideoElem = Element<VideoElem>(json, "videoElem") },
            V2ContentType.File => message with { FileElem = Element<FileElem>(json, "fileElem") },
            V2ContentType.AtText => message with { AtTextElem = ReadAtText(json) },
            V2ContentType.Merger => message with { MergeElem = ReadMerger(json) },
            V2ContentType.Card => message with { CardElem = Content<CardElem>(content) },
            V2ContentType.Location => message with { LocationElem = Element<LocationElem>(json, "locationElem") },
            V2ContentType.Custom => message with { CustomElem = Element<CustomElem>(json, "customElem") },
            V2ContentType.Quote => message with { QuoteElem = ReadQuote(json) },
            V2ContentType.Face => message with { FaceElem = Element<FaceElem>(json, "faceElem") },
            V2ContentType.AdvancedText =>
                message with { AdvancedTextElem = ReadAdvancedText(json) },
            _ => message with { Content = content },
        };
    }

    private static AtTextElem? ReadAtText(JsonElement json) => json.TryGetProperty("atElem", out var element)
        ? new AtTextElem
        {
            Text = Text(element, "text"),
            AtUserList = List<string>(element, "atUserList"),
            AtUsersInfo = List<AtInfo>(element, "atUsersInfo"),
            QuoteMessage = Nested(element, "quoteMessage"),
            IsAtSelf = element.TryGetProperty("isAtSelf", out var atSelf) && atSelf.ValueKind == JsonValueKind.True,
        }
        : null;

    private static MergeElem? ReadMerger(JsonElement json) => json.TryGetProperty("mergeElem", out var element)
        ? new MergeElem
        {
            Title = Text(element, "title"),
            AbstractList = List<string>(element, "abstractList"),
            MultiMessage = NestedList(element, "multiMessage"),
            MessageEntityList = Entities(element),
        }
        : null;

    private static QuoteElem? ReadQuote(JsonElement json) => json.TryGetProperty("quoteElem", out var element)
        ? new QuoteElem
        {
            Text = Text(element, "text"),
            QuoteMessage = Nested(element, "quoteMessage"),
            MessageEntityList = Entities(element),
        }
        : null;

    private static AdvancedTextElem? ReadAdvancedText(JsonElement json) =>
        json.TryGetProperty("messageEntityElem", out var element)
            ? new AdvancedTextElem { Text = Text(element, "text"), MessageEntityList = Entities(element) }
            : null;

    private static MessageEntity[]? Entities(JsonElement json) =>
        List<V2MessageEntity>(json, "messageEntityList")?.OfType<V2MessageEntity>().Select(static entity => entity.ToV38()).ToArray();

    private static MsgStruct? Nested(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Object ? Read(value) : null;

    private static MsgStruct[]? NestedList(JsonElement json, string key) =>
        json.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(message => message.ValueKind == JsonValueKind.Object).Select(Read)]
            : null;

    private static bool HasMembers(JsonElement json, string key, out JsonElement value) =>
        json.TryGetProperty(key, out value) && value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any();

    private static T? Element<T>(JsonElement json, string key)
        where T : class => json.TryGetProperty(key, out var value) ? value.Deserialize<T>(JsonText.Given) : null;

    private static T? Content<T>(string content)
        where T : class => content.Length == 0 ? null : JsonSerializer.Deserialize<T>(content, JsonText.Given);

    private static IReadOnlyList<T>? List<T>(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) ? value.Deserialize<IReadOnlyList<T>>(JsonText.Given) : null;

    private static string Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) ? value.Deserialize<string>(JsonText.Given) ?? "" : "";

    private static T Number<T>(JsonElement json, string key)
        where T : struct => json.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.Deserialize<T>(JsonText.Given)
            : default;
}
