using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenIM.SignalR.Contracts;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Between the <c>content</c> of the wire, JSON of one element, and the element that apps see:
/// <code>101 {"content":"hi"}  ⇄  textElem = { content: "hi" }</code>
/// </summary>
internal static class MessageContent
{
    /// <summary>The element that the type names, or null when the content is not what the type promises.</summary>
    public static object? Decode(int contentType, ReadOnlySpan<byte> content) => contentType switch
    {
        ContentType.Text => Parse(content, Json.Relaxed.TextElem),
        ContentType.Picture => Parse(content, Json.Relaxed.PictureElem),
        ContentType.Sound => Parse(content, Json.Relaxed.SoundElem),
        ContentType.Video => Parse(content, Json.Relaxed.VideoElem),
        ContentType.File => Parse(content, Json.Relaxed.FileElem),
        ContentType.AtText => Parse(content, Json.Relaxed.AtTextElem),
        ContentType.Merger => Parse(content, Json.Relaxed.MergeElem),
        ContentType.Card => Parse(content, Json.Relaxed.CardElem),
        ContentType.Location => Parse(content, Json.Relaxed.LocationElem),
        ContentType.Custom or ContentType.CustomNotTriggerConversation or ContentType.CustomOnlineOnly =>
            Parse(content, Json.Relaxed.CustomElem),
        ContentType.Typing => Parse(content, Json.Relaxed.TypingElem),
        ContentType.Quote => Parse(content, Json.Relaxed.QuoteElem),
        ContentType.Face => Parse(content, Json.Relaxed.FaceElem),
        ContentType.AdvancedText => Parse(content, Json.Relaxed.AdvancedTextElem),
        ContentType.MarkdownText => Parse(content, Json.Relaxed.MarkdownTextElem),
        >= ContentType.NotificationBegin => Parse(content, Json.Relaxed.NotificationElem),
        _ => null,
    };

    /// <summary>
    /// The content that goes on the wire, or null when the message lacks the element that its type names.
    /// </summary>
    public static byte[]? Encode(MsgStruct message) => message.ContentType switch
    {
        ContentType.Text => Write(message.TextElem, Json.Relaxed.TextElem),
        ContentType.Picture => Write(message.PictureElem, Json.Relaxed.PictureElem),
        ContentType.Sound => Write(message.SoundElem, Json.Relaxed.SoundElem),
        ContentType.Video => Write(message.VideoElem, Json.Relaxed.VideoElem),
        ContentType.File => Write(message.FileElem, Json.Relaxed.FileElem),
        ContentType.AtText => Write(message.AtTextElem, Json.Relaxed.AtTextElem),
        ContentType.Merger => Write(message.MergeElem, Json.Relaxed.MergeElem),
        ContentType.Card => Write(message.CardElem, Json.Relaxed.CardElem),
        ContentType.Location => Write(message.LocationElem, Json.Relaxed.LocationElem),
        ContentType.Custom => Write(message.CustomElem, Json.Relaxed.CustomElem),
        ContentType.Typing => Write(message.TypingElem, Json.Relaxed.TypingElem),
        ContentType.Quote => Write(message.QuoteElem, Json.Relaxed.QuoteElem),
        ContentType.Face => Write(message.FaceElem, Json.Relaxed.FaceElem),
        ContentType.AdvancedText => Write(message.AdvancedTextElem, Json.Relaxed.AdvancedTextElem),
        ContentType.MarkdownText => Write(message.MarkdownTextElem, Json.Relaxed.MarkdownTextElem),
        >= ContentType.NotificationBegin => Write(message.NotificationElem, Json.Relaxed.NotificationElem),
        _ => null,
    };

    private static byte[]? Write<T>(T? elem, JsonTypeInfo<T> type)
        where T : class => elem is null ? null : JsonSerializer.SerializeToUtf8Bytes(elem, type);

    /// <summary>
    /// What others put into a message is not ours to judge: content that cannot be read must not stop the rest.
    /// </summary>
    public static T? Parse<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        if (json.IsEmpty)
            return null;
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
