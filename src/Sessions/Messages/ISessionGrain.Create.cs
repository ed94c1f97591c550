using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    [Alias("CreateTextMessage")]
    ValueTask<Result<MsgStruct>> CreateTextMessage(string text);

    [Alias("CreateAdvancedTextMessage")]
    ValueTask<Result<MsgStruct>> CreateAdvancedTextMessage(
        string text, IReadOnlyList<MessageEntity>? messageEntityList);

    [Alias("CreateMarkdownMessage")]
    ValueTask<Result<MsgStruct>> CreateMarkdownMessage(string text);

    [Alias("CreateTextAtMessage")]
    ValueTask<Result<MsgStruct>> CreateTextAtMessage(
        string text, IReadOnlyList<string>? userIDs, IReadOnlyList<AtInfo>? atUsersInfo, MsgStruct? message);

    [Alias("CreateLocationMessage")]
    ValueTask<Result<MsgStruct>> CreateLocationMessage(string description, double longitude, double latitude);

    [Alias("CreateCustomMessage")]
    ValueTask<Result<MsgStruct>> CreateCustomMessage(string data, string extension, string description);

    [Alias("CreateQuoteMessage")]
    ValueTask<Result<MsgStruct>> CreateQuoteMessage(string text, MsgStruct? message);

    [Alias("CreateAdvancedQuoteMessage")]
    ValueTask<Result<MsgStruct>> CreateAdvancedQuoteMessage(
        string text, MsgStruct? message, IReadOnlyList<MessageEntity>? messageEntityList);

    [Alias("CreateCardMessage")]
    ValueTask<Result<MsgStruct>> CreateCardMessage(CardElem? card);

    [Alias("CreateImageMessageByURL")]
    ValueTask<Result<MsgStruct>> CreateImageMessageByURL(
        string sourcePath, PictureBaseInfo? sourcePicture, PictureBaseInfo? bigPicture,
        PictureBaseInfo? snapshotPicture);

    [Alias("CreateSoundMessageByURL")]
    ValueTask<Result<MsgStruct>> CreateSoundMessageByURL(SoundBaseInfo? sound);

    [Alias("CreateVideoMessageByURL")]
    ValueTask<Result<MsgStruct>> CreateVideoMessageByURL(VideoBaseInfo? video);

    [Alias("CreateFileMessageByURL")]
    ValueTask<Result<MsgStruct>> CreateFileMessageByURL(FileBaseInfo? file);

    [Alias("CreateMergerMessage")]
    ValueTask<Result<MsgStruct>> CreateMergerMessage(
        IReadOnlyList<MsgStruct>? messages, string title, IReadOnlyList<string>? summaries);

    [Alias("CreateFaceMessage")]
    ValueTask<Result<MsgStruct>> CreateFaceMessage(int index, string data);

    [Alias("CreateForwardMessage")]
    ValueTask<Result<MsgStruct>> CreateForwardMessage(MsgStruct? message);
}
