using System.Text.Json;
using OpenIM.SignalR.Contracts;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Makes messages that are not sent yet: status 1, seq 0, addressed to nobody. Nothing is stored. Where the SDK answers
/// an empty text for bad arguments, there is an error here.
/// </summary>
internal static class MessageFactory
{
    /// <summary>More people than this cannot be addressed by name in one message.</summary>
    private const int MaxAtUsers = 10;

    private static readonly OpenImError EmptyText = new(ErrorCode.Unknown, "text can not be empty");

    public static Result<MsgStruct> Text(in MessageAuthor author, string? text) =>
        text is null
            ? Errors.Arguments("text is missing")
            : New(author, ContentType.Text, new TextElem { Content = text });

    public static Result<MsgStruct> AdvancedText(
        in MessageAuthor author, string? text, IReadOnlyList<MessageEntity>? entities) =>
        New(author, ContentType.AdvancedText) with
        {
            AdvancedTextElem = new() { Text = text, MessageEntityList = entities },
        };

    public static Result<MsgStruct> MarkdownText(in MessageAuthor author, string? text) =>
        New(author, ContentType.MarkdownText) with { MarkdownTextElem = new() { Content = text ?? "" } };

    public static Result<MsgStruct> AtText(
        in MessageAuthor author, string? text, IReadOnlyList<string>? userIDs, IReadOnlyList<AtInfo>? usersInfo,
        MsgStruct? quoted)
    {
        if (string.IsNullOrEmpty(text))
            return EmptyText;
        if (userIDs is { Count: > MaxAtUsers })
            return Errors.Arguments($"more than {MaxAtUsers} users");
        return New(author, ContentType.AtText) with
        {
            AtTextElem = new()
            {
                Text = text,
                AtUserList = userIDs,
                AtUsersInfo = usersInfo,
                QuoteMessage = Flattened(quoted),
            },
        };
    }

    public static Result<MsgStruct> Location(
        in MessageAuthor author, string? description, double longitude, double latitude) =>
        New(author, ContentType.Location) with
        {
            LocationElem = new() { Description = description, Longitude = longitude, Latitude = latitude },
        };

    public static Result<MsgStruct> Custom(
        in MessageAuthor author, string? data, string? extension, string? description) =>
        New(author, ContentType.Custom) with
        {
            CustomElem = new() { Data = data, Extension = extension, Description = description },
        };

    public static Result<MsgStruct> Quote(
        in MessageAuthor author, string? text, MsgStruct? quoted, IReadOnlyList<MessageEntity>? entities = null) =>
        quoted is null
            ? Errors.Arguments("the quoted message is missing")
            : New(author, ContentType.Quote) with
            {
                QuoteElem = new() { Text = text, QuoteMessage = Flattened(quoted), MessageEntityList = entities },
            };

    public static Result<MsgStruct> Card(in MessageAuthor author, CardElem? card) =>
        card is null ? Errors.Arguments("the card is missing") : New(author, ContentType.Card) with { CardElem = card };

    public static Result<MsgStruct> Image(
        in MessageAuthor author, string? sourcePath, PictureBaseInfo? source, PictureBaseInfo? big,
        PictureBaseInfo? snapshot) =>
        source is null
            ? Errors.Arguments("the source picture is missing")
            : New(author, ContentType.Picture) with
            {
                PictureElem = new()
                {
                    SourcePath = sourcePath,
                    SourcePicture = source,
                    BigPicture = big,
                    SnapshotPicture = snapshot,
                },
            };

    public static Result<MsgStruct> Sound(in MessageAuthor author, SoundBaseInfo? sound) =>
        sound is null
            ? Errors.Arguments("the sound is missing")
            : New(author, ContentType.Sound) with
            {
                SoundElem = new()
                {
                    Uuid = sound.Uuid,
                    SoundPath = sound.SoundPath,
                    SourceUrl = sound.SourceUrl,
                    DataSize = sound.DataSize,
                    Duration = sound.Duration,
                    SoundType = sound.SoundType,
                },
            };

    public static Result<MsgStruct> Video(in MessageAuthor author, VideoBaseInfo? video) =>
        video is null
            ? Errors.Arguments("the video is missing")
            : New(author, ContentType.Video) with
            {
                VideoElem = new()
                {
                    VideoPath = video.VideoPath,
                    VideoUUID = video.VideoUUID,
                    VideoUrl = video.VideoUrl,
                    VideoType = video.VideoType,
                    VideoSize = video.VideoSize,
                    Duration = video.Duration,
                    SnapshotPath = video.SnapshotPath,
                    SnapshotUUID = video.SnapshotUUID,
                    SnapshotSize = video.SnapshotSize,
                    SnapshotUrl = video.SnapshotUrl,
                    SnapshotWidth = video.SnapshotWidth,
                    SnapshotHeight = video.SnapshotHeight,
                    SnapshotType = video.SnapshotType,
                },
            };

    public static Result<MsgStruct> File(in MessageAuthor author, FileBaseInfo? file) =>
        file is null
            ? Errors.Arguments("the file is missing")
            : New(author, ContentType.File) with
            {
                FileElem = new()
                {
                    FilePath = file.FilePath,
                    Uuid = file.Uuid,
                    SourceUrl = file.SourceUrl,
                    FileName = file.FileName,
                    FileSize = file.FileSize,
                    FileType = file.FileType,
                },
            };

    /// <summary>
    /// Several messages in one. Like <see cref="Face"/> it shows its <c>content</c> before it is sent, and not after.
    /// </summary>
    public static Result<MsgStruct> Merger(
        in MessageAuthor author, IReadOnlyList<MsgStruct>? messages, string? title, IReadOnlyList<string>? summaries)
    {
        var elem = new MergeElem { Title = title, AbstractList = summaries, MultiMessage = messages };
        return New(author, ContentType.Merger) with
        {
            MergeElem = elem,
            Content = JsonSerializer.Serialize(elem, Json.Relaxed.MergeElem),
        };
    }

    public static Result<MsgStruct> Face(in MessageAuthor author, int index, string? data)
    {
        var elem = new FaceElem { Index = index, Data = data };
        return New(author, ContentType.Face) with
        {
            FaceElem = elem,
            Content = JsonSerializer.Serialize(elem, Json.Relaxed.FaceElem),
        };
    }

    /// <summary>
    /// The same elements from a new author. The status stays "sent", which tells SendMessage that files are uploaded
    /// already; the old address stays until SendMessage writes the new one over it.
    /// </summary>
    public static Result<MsgStruct> Forward(in MessageAuthor author, MsgStruct? message) =>
        message is null
            ? Errors.Arguments("the message is missing")
            : message.Status != MessageStatus.Sent
                ? Errors.Arguments("only a message that was sent can be forwarded")
                : message with
                {
                    ClientMsgID = MessageID.New(),
                    CreateTime = author.NowMilliseconds,
                    SendTime = author.NowMilliseconds,
                    SendID = author.Self.UserID,
                    SenderPlatformID = author.PlatformID,
                    SenderNickname = author.Self.Nickname,
                    SenderFaceUrl = author.Self.FaceURL,
                    MsgFrom = MessageOrigin.User,
                    Seq = 0,
                    IsRead = false,
                };

    /// <summary>
    /// What is quoted twice would grow with every answer: of a quoted answer only its own text is quoted.
    /// </summary>
    private static MsgStruct? Flattened(MsgStruct? quoted) => quoted is not { ContentType: ContentType.Quote }
        ? quoted
        : quoted with { ContentType = ContentType.Text, TextElem = new() { Content = quoted.QuoteElem?.Text ?? "" } };

    private static MsgStruct New(in MessageAuthor author, int contentType, TextElem? text = null) => new()
    {
        ClientMsgID = MessageID.New(),
        CreateTime = author.NowMilliseconds,
        SendTime = author.NowMilliseconds,
        SendID = author.Self.UserID,
        MsgFrom = MessageOrigin.User,
        ContentType = contentType,
        SenderPlatformID = author.PlatformID,
        SenderNickname = author.Self.Nickname,
        SenderFaceUrl = author.Self.FaceURL,
        Status = MessageStatus.Sending,
        TextElem = text,
    };
}
