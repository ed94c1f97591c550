using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

internal static partial class V2Functions
{
    private static V2Function[] Create => [.. MessagesMade.Select(row => row with { IsRefusalEmpty = true })];

    private static V2Function[] MessagesMade =>
    [
        Raw("CreateTextMessage", data => [data.Raw]),
        Object("CreateTextAtMessage", ["text", "atUserIDList"],
            data => [data.Text("text"), data.Json<IReadOnlyList<string>>("atUserIDList"),
                data.Json<IReadOnlyList<AtInfo>>("atUsersInfo"), data.MessageOrEmpty("message")]),
        Object("CreateAdvancedTextMessage", ["text", "messageEntityList"], data => [data.Text("text"), Entities(data)]),
        Object("CreateLocationMessage", ["description", "longitude", "latitude"],
            data => [data.Text("description"), data.Double("longitude"), data.Double("latitude")]),
        Object("CreateCustomMessage", ["data", "extension", "description"],
            data => [data.Text("data"), data.Text("extension"), data.Text("description")]),
        Object("CreateQuoteMessage", ["text", "message"], data => [data.Text("text"), data.Message("message")]),
        Object("CreateAdvancedQuoteMessage", ["text", "message", "messageEntityList"],
            data => [data.Text("text"), data.Message("message"), Entities(data)]),
        Json("CreateCardMessage", data => [data.Whole<CardElem>()]),
        Object("CreateImageMessageByURL", ["sourcePicture", "bigPicture", "snapshotPicture"],
            data => ["", data.Json<PictureBaseInfo>("sourcePicture"), data.Json<PictureBaseInfo>("bigPicture"),
                data.Json<PictureBaseInfo>("snapshotPicture")]),
        Object("CreateSoundMessageByURL", ["soundBaseInfo"], data => [data.Json<SoundBaseInfo>("soundBaseInfo")]),
        Object("CreateVideoMessageByURL", ["videoBaseInfo"], data => [data.Json<VideoBaseInfo>("videoBaseInfo")]),
        Object("CreateFileMessageByURL", ["fileBaseInfo"], data => [data.Json<FileBaseInfo>("fileBaseInfo")]),
        Object("CreateMergerMessage", ["messageList", "title", "summaryList"],
            data => [data.Messages("messageList"), data.Text("title"),
                data.Json<IReadOnlyList<string>>("summaryList")]),
        Object("CreateFaceMessage", ["index", "data"], data => [data.Number("index"), data.Text("data")]),
        Json("CreateForwardMessage", data => [data.WholeMessage()]),
    ];

    // The free text of an entity is "info" here.
    private static MessageEntity[]? Entities(V2Data data) =>
        data.Json<IReadOnlyList<V2MessageEntity>>("messageEntityList")?.Select(entity => entity.ToV38()).ToArray();
}
