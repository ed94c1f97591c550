using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

// CreateTextMessage is what gateways are compared by: nothing is awaited while the own profile is known, and nothing is
// made besides the message and its id. The other functions share one path, which takes their arguments along as a
// tuple.
internal sealed partial class SessionGrain
{
    public ValueTask<Result<MsgStruct>> CreateTextMessage(string text) =>
        Create(text, static (in author, text) => MessageFactory.Text(author, text));

    public ValueTask<Result<MsgStruct>> CreateAdvancedTextMessage(
        string text, IReadOnlyList<MessageEntity>? messageEntityList) =>
        Create(
            (text, messageEntityList),
            static (in author, x) => MessageFactory.AdvancedText(author, x.text, x.messageEntityList));

    public ValueTask<Result<MsgStruct>> CreateMarkdownMessage(string text) =>
        Create(text, static (in author, text) => MessageFactory.MarkdownText(author, text));

    public ValueTask<Result<MsgStruct>> CreateTextAtMessage(
        string text, IReadOnlyList<string>? userIDs, IReadOnlyList<AtInfo>? atUsersInfo, MsgStruct? message) =>
        Create(
            (text, userIDs, atUsersInfo, message),
            static (in author, x) => MessageFactory.AtText(author, x.text, x.userIDs, x.atUsersInfo, x.message));

    public ValueTask<Result<MsgStruct>> CreateLocationMessage(string description, double longitude, double latitude) =>
        Create(
            (description, longitude, latitude),
            static (in author, x) => MessageFactory.Location(author, x.description, x.longitude, x.latitude));

    public ValueTask<Result<MsgStruct>> CreateCustomMessage(string data, string extension, string description) =>
        Create(
            (data, extension, description),
            static (in author, x) => MessageFactory.Custom(author, x.data, x.extension, x.description));

    public ValueTask<Result<MsgStruct>> CreateQuoteMessage(string text, MsgStruct? message) =>
        Create((text, message), static (in author, x) => MessageFactory.Quote(author, x.text, x.message));

    public ValueTask<Result<MsgStruct>> CreateAdvancedQuoteMessage(
        string text, MsgStruct? message, IReadOnlyList<MessageEntity>? messageEntityList) =>
        Create(
            (text, message, messageEntityList),
            static (in author, x) => MessageFactory.Quote(author, x.text, x.message, x.messageEntityList));

    public ValueTask<Result<MsgStruct>> CreateCardMessage(CardElem? card) =>
        Create(card, static (in author, card) => MessageFactory.Card(author, card));

    public ValueTask<Result<MsgStruct>> CreateImageMessageByURL(
        string sourcePath, PictureBaseInfo? sourcePicture, PictureBaseInfo? bigPicture,
        PictureBaseInfo? snapshotPicture) =>
        Create(
            (sourcePath, sourcePicture, bigPicture, snapshotPicture),
            static (in author, x) =>
                MessageFactory.Image(author, x.sourcePath, x.sourcePicture, x.bigPicture, x.snapshotPicture));

    public ValueTask<Result<MsgStruct>> CreateSoundMessageByURL(SoundBaseInfo? sound) =>
        Create(sound, static (in author, sound) => MessageFactory.Sound(author, sound));

    public ValueTask<Result<MsgStruct>> CreateVideoMessageByURL(VideoBaseInfo? video) =>
        Create(video, static (in author, video) => MessageFactory.Video(author, video));

    public ValueTask<Result<MsgStruct>> CreateFileMessageByURL(FileBaseInfo? file) =>
        Create(file, static (in author, file) => MessageFactory.File(author, file));

    public ValueTask<Result<MsgStruct>> CreateMergerMessage(
        IReadOnlyList<MsgStruct>? messages, string title, IReadOnlyList<string>? summaries) =>
        Create(
            (messages, title, summaries),
            static (in author, x) => MessageFactory.Merger(author, x.messages, x.title, x.summaries));

    public ValueTask<Result<MsgStruct>> CreateFaceMessage(int index, string data) =>
        Create((index, data), static (in author, x) => MessageFactory.Face(author, x.index, x.data));

    public ValueTask<Result<MsgStruct>> CreateForwardMessage(MsgStruct? message) =>
        Create(message, static (in author, message) => MessageFactory.Forward(author, message));

    private ValueTask<Result<MsgStruct>> Create<TArguments>(TArguments arguments, MessageMaker<TArguments> make)
    {
        var self = WhenSelfKnown();
        return self.IsCompletedSuccessfully
            ? new(Create(self.Result, arguments, make))
            : CreateWhenKnown(self, arguments, make);
    }

    private async ValueTask<Result<MsgStruct>> CreateWhenKnown<TArguments>(
        ValueTask<Result<LocalUser>> self, TArguments arguments, MessageMaker<TArguments> make) =>
        Create(await self, arguments, make);

    private Result<MsgStruct> Create<TArguments>(
        Result<LocalUser> self, TArguments arguments, MessageMaker<TArguments> make) =>
        self.IsOk ? make(new MessageAuthor(self.Value!, Key.PlatformId, NowMilliseconds), arguments) : self.Error;

    private long NowMilliseconds => Time.GetUtcNow().ToUnixTimeMilliseconds();

    private delegate Result<MsgStruct> MessageMaker<in TArguments>(in MessageAuthor author, TArguments arguments);
}
