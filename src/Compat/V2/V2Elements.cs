using System.Text.Json;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>
/// The elements of a message as v2 has them. Go wrote an empty structure where there is none; so do these.
/// </summary>
internal static class V2Elements
{
    private static readonly PictureBaseInfo NoPicture = new();
    private static readonly SoundElem NoSound = new();
    private static readonly VideoElem NoVideo = new();
    private static readonly FileElem NoFile = new();
    private static readonly FaceElem NoFace = new();
    private static readonly LocationElem NoLocation = new();
    private static readonly CustomElem NoCustom = new();
    private static readonly NotificationElem NoNotification = new();

    public static void Picture(Utf8JsonWriter json, PictureElem? element)
    {
        json.WriteStartObject();
        V2MessageWriter.Optional(json, "sourcePath", element?.SourcePath);
        json.WritePropertyName("sourcePicture");
        Same(json, element?.SourcePicture ?? NoPicture);
        json.WritePropertyName("bigPicture");
        Same(json, element?.BigPicture ?? NoPicture);
        json.WritePropertyName("snapshotPicture");
        Same(json, element?.SnapshotPicture ?? NoPicture);
        json.WriteEndObject();
    }

    public static void Sound(Utf8JsonWriter json, SoundElem? element) => Same(json, element ?? NoSound);

    public static void Video(Utf8JsonWriter json, VideoElem? element) => Same(json, element ?? NoVideo);

    public static void File(Utf8JsonWriter json, FileElem? element) => Same(json, element ?? NoFile);

    public static void Face(Utf8JsonWriter json, FaceElem? element) => Same(json, element ?? NoFace);

    public static void Location(Utf8JsonWriter json, LocationElem? element) => Same(json, element ?? NoLocation);

    public static void Custom(Utf8JsonWriter json, CustomElem? element) => Same(json, element ?? NoCustom);

    public static void Notification(Utf8JsonWriter json, NotificationElem? element) =>
        Same(json, element ?? NoNotification);

    /// <summary>v2 has no element for it, only <c>content</c>.</summary>
    public static void Card(Utf8JsonWriter json, CardElem element)
    {
        json.WriteStartObject();
        json.WriteString("userID", element.UserID);
        json.WriteString("nickname", element.Nickname);
        V2MessageWriter.Optional(json, "faceURL", element.FaceURL);
        V2MessageWriter.Optional(json, "ex", element.Ex);
        json.WriteEndObject();
    }

    public static void Merger(Utf8JsonWriter json, MergeElem? element)
    {
        json.WriteStartObject();
        V2MessageWriter.Optional(json, "title", element?.Title);
        Texts(json, "abstractList", element?.AbstractList);
        if (element?.MultiMessage is { } messages)
        {
            json.WriteStartArray("multiMessage");
            foreach (var message in messages)
                V2MessageWriter.Write(json, message);
            json.WriteEndArray();
        }

        Entities(json, element?.MessageEntityList);
        json.WriteEndObject();
    }

    public static void AtText(Utf8JsonWriter json, AtTextElem? element)
    {
        json.WriteStartObject();
        V2MessageWriter.Optional(json, "text", element?.Text);
        Texts(json, "atUserList", element?.AtUserList);
        if (element?.AtUsersInfo is { } users)
        {
            json.WritePropertyName("atUsersInfo");
            Same(json, users);
        }

        Quoted(json, element?.QuoteMessage);
        json.WriteBoolean("isAtSelf", element?.IsAtSelf ?? false);
        json.WriteEndObject();
    }

    public static void Quote(Utf8JsonWriter json, QuoteElem? element)
    {
        json.WriteStartObject();
        V2MessageWriter.Optional(json, "text", element?.Text);
        Quoted(json, element?.QuoteMessage);
        Entities(json, element?.MessageEntityList);
        json.WriteEndObject();
    }

    public static void AdvancedText(Utf8JsonWriter json, AdvancedTextElem? element)
    {
        json.WriteStartObject();
        V2MessageWriter.Optional(json, "text", element?.Text);
        Entities(json, element?.MessageEntityList);
        json.WriteEndObject();
    }

    public static void OfflinePush(Utf8JsonWriter json, OfflinePushInfo? push)
    {
        json.WriteStartObject("offlinePush");
        V2MessageWriter.Optional(json, "title", push?.Title);
        V2MessageWriter.Optional(json, "desc", push?.Desc);
        V2MessageWriter.Optional(json, "ex", push?.Ex);
        V2MessageWriter.Optional(json, "iOSPushSound", push?.IOSPushSound);
        if (push?.IOSBadgeCount == true)
            json.WriteBoolean("iOSBadgeCount", true);
        json.WriteEndObject();
    }

    public static void AttachedInfo(Utf8JsonWriter json, AttachedInfoElem? info)
    {
        json.WriteStartObject();
        json.WritePropertyName("groupHasReadInfo");
        Same(json, info?.GroupHasReadInfo ?? new GroupHasReadInfo());
        json.WriteBoolean("isPrivateChat", info?.IsPrivateChat ?? false);
        json.WriteNumber("hasReadTime", info?.HasReadTime ?? 0);
        json.WriteBoolean("notSenderNotificationPush", false);
        Entities(json, info?.MessageEntityList);
        json.WriteBoolean("isEncryption", info?.IsEncryption ?? false);
        json.WriteBoolean("inEncryptStatus", info?.InEncryptStatus ?? false);
        json.WriteEndObject();
    }

    private static void Quoted(Utf8JsonWriter json, MsgStruct? message)
    {
        if (message is null)
            return;
        json.WritePropertyName("quoteMessage");
        V2MessageWriter.Write(json, message);
    }

    // The free text of an entity is "ex" in v3.
    private static void Entities(Utf8JsonWriter json, IReadOnlyList<MessageEntity>? entities)
    {
        if (entities is null)
            return;
        json.WriteStartArray("messageEntityList");
        foreach (var entity in entities)
        {
            json.WriteStartObject();
            V2MessageWriter.Optional(json, "type", entity.Type);
            json.WriteNumber("offset", entity.Offset);
            json.WriteNumber("length", entity.Length);
            V2MessageWriter.Optional(json, "url", entity.Url);
            V2MessageWriter.Optional(json, "info", entity.Ex);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string key, IReadOnlyList<string>? texts)
    {
        if (texts is null)
            return;
        json.WritePropertyName(key);
        Same(json, texts);
    }

    private static void Same<T>(Utf8JsonWriter json, T value) =>
        JsonSerializer.Serialize(json, value, JsonText.Options);
}
