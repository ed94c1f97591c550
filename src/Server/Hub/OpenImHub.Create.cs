using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    public Task<MsgStruct> CreateTextMessage(string text) => Answer(Session.CreateTextMessage(text));

    public Task<MsgStruct> CreateAdvancedTextMessage(string text, IReadOnlyList<MessageEntity>? messageEntityList) =>
        Answer(Session.CreateAdvancedTextMessage(text, messageEntityList));

    public Task<MsgStruct> CreateMarkdownMessage(string text) => Answer(Session.CreateMarkdownMessage(text));

    public Task<MsgStruct> CreateTextAtMessage(
        string text, IReadOnlyList<string>? userIDs, IReadOnlyList<AtInfo>? atUsersInfo, MsgStruct? message) =>
        Answer(Session.CreateTextAtMessage(text, userIDs, atUsersInfo, message));

    public Task<MsgStruct> CreateLocationMessage(string description, double longitude, double latitude) =>
        Answer(Session.CreateLocationMessage(description, longitude, latitude));

    public Task<MsgStruct> CreateCustomMessage(string data, string extension, string description) =>
        Answer(Session.CreateCustomMessage(data, extension, description));

    public Task<MsgStruct> CreateQuoteMessage(string text, MsgStruct? message) =>
        Answer(Session.CreateQuoteMessage(text, message));

    public Task<MsgStruct> CreateAdvancedQuoteMessage(
        string text, MsgStruct? message, IReadOnlyList<MessageEntity>? messageEntityList) =>
        Answer(Session.CreateAdvancedQuoteMessage(text, message, messageEntityList));

    public Task<MsgStruct> CreateCardMessage(CardElem? card) => Answer(Session.CreateCardMessage(card));

    public Task<MsgStruct> CreateImageMessageByURL(
        string sourcePath, PictureBaseInfo? sourcePicture, PictureBaseInfo? bigPicture, PictureBaseInfo? snapshotPicture) =>
        Answer(Session.CreateImageMessageByURL(sourcePath, sourcePicture, bigPicture, snapshotPicture));

    public Task<MsgStruct> CreateSoundMessageByURL(SoundBaseInfo? sound) => Answer(Session.CreateSoundMessageByURL(sound));

    public Task<MsgStruct> CreateVideoMessageByURL(VideoBaseInfo? video) => Answer(Session.CreateVideoMessageByURL(video));

    public Task<MsgStruct> CreateFileMessageByURL(FileBaseInfo? file) => Answer(Session.CreateFileMessageByURL(file));

    public Task<MsgStruct> CreateMergerMessage(
        IReadOnlyList<MsgStruct>? messages, string title, IReadOnlyList<string>? summaries) =>
        Answer(Session.CreateMergerMessage(messages, title, summaries));

    public Task<MsgStruct> CreateFaceMessage(int index, string data) => Answer(Session.CreateFaceMessage(index, data));

    public Task<MsgStruct> CreateForwardMessage(MsgStruct? message) => Answer(Session.CreateForwardMessage(message));
}
