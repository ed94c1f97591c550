using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace OpenIM.SignalR.Sandbox;

/// <summary>What the elements that the REST paths send must hold, by content type.</summary>
internal static class ElementRules
{
    private static readonly string[] PictureFields = ["type", "width", "height", "url"];

    private static readonly FrozenDictionary<int, string[]> Required = new Dictionary<int, string[]>
    {
        [ContentType.Text] = ["content"],
        [ContentType.Picture] =
        [
            .. PictureFields.Select(field => $"sourcePicture.{field}"),
            .. PictureFields.Select(field => $"bigPicture.{field}"),
            .. PictureFields.Select(field => $"snapshotPicture.{field}"),
        ],
        [ContentType.Voice] = ["sourceUrl", "dataSize", "duration"],
        [ContentType.Video] =
        [
            "videoUrl", "videoType", "videoSize", "duration", "snapshotUrl", "snapshotWidth", "snapshotHeight",
        ],
        [ContentType.File] = ["sourceUrl", "fileName", "fileSize"],
        [ContentType.AtText] = ["atUserList"],
        [ContentType.Custom] = ["data"],
        [ContentType.Quote] = ["text", "quoteMessage"],
        [ContentType.Markdown] = ["content"],
        [ContentType.NotificationAccountMessage] = ["notificationName", "notificationType", "text"],
    }.ToFrozenDictionary();

    /// <summary>Whether the REST paths send messages of this type.</summary>
    public static bool CanSend(int contentType) => Required.ContainsKey(contentType);

    /// <summary>The required fields that an element lacks, or has as zero or empty text.</summary>
    public static List<string> Missing(int contentType, JsonElement element) =>
        [.. Required[contentType].Where(path => !Has(element, path.Split('.')))];

    /// <summary>Whom the element of an at-message (106) names.</summary>
    public static List<string> AtUserIDs(JsonElement element)
    {
        List<string> userIDs = [];
        if (Field(element, "atUserList") is not { ValueKind: JsonValueKind.Array } list)
            return userIDs;
        foreach (var item in list.EnumerateArray())
            if (item.ValueKind == JsonValueKind.String && TryGetText(item) is { } userID)
                userIDs.Add(userID);
        return userIDs;
    }

    private static string? TryGetText(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        // Half of a surrogate pair: no user is called so.
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // Like the real server's decoder, names are compared without their case. As they are written: half of a surrogate
    // pair has no text form, and asking for it throws.
    private static JsonElement Field(JsonElement element, string name) => element.EnumerateObject()
        .FirstOrDefault(field => Ascii.EqualsIgnoreCase(JsonMarshal.GetRawUtf8PropertyName(field), name)).Value;

    private static bool Has(JsonElement element, ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object)
                return false;
            element = Field(element, name);
        }
        return element.ValueKind switch
        {
            JsonValueKind.String => JsonMarshal.GetRawUtf8Value(element).Length > "\"\"".Length,
            JsonValueKind.Number => element.GetDouble() is not 0,
            JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.True => true,
            _ => false,
        };
    }
}
