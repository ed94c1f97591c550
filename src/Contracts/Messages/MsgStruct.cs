using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>
/// A chat message as the v3.8 SDK hands it to an app. Times are unix milliseconds; exactly one *Elem is set, the one
/// that <see cref="ContentType"/> names.
/// </summary>
public sealed record MsgStruct
{
    [JsonPropertyName("clientMsgID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? ClientMsgID { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("serverMsgID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? ServerMsgID { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("createTime")]
    public long CreateTime { get; init; }

    [JsonPropertyName("sendTime")]
    public long SendTime { get; init; }

    [JsonPropertyName("sessionType")]
    public int SessionType { get; init; }

    [JsonPropertyName("sendID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? SendID { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("recvID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? RecvID { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("msgFrom")]
    public int MsgFrom { get; init; }

    [JsonPropertyName("contentType")]
    public int ContentType { get; init; }

    [JsonPropertyName("senderPlatformID")]
    public int SenderPlatformID { get; init; }

    [JsonPropertyName("senderNickname")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? SenderNickname { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("senderFaceUrl")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? SenderFaceUrl { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("groupID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? GroupID { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("content")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Content { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("seq")]
    public long Seq { get; init; }

    [JsonPropertyName("isRead")]
    public bool IsRead { get; init; }

    [JsonPropertyName("status")]
    public int Status { get; init; }

    [JsonPropertyName("offlinePush")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OfflinePushInfo? OfflinePush { get; init; }

    [JsonPropertyName("attachedInfo")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? AttachedInfo { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("ex")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Ex { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("localEx")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? LocalEx { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("textElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TextElem? TextElem { get; init; }

    [JsonPropertyName("cardElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CardElem? CardElem { get; init; }

    [JsonPropertyName("pictureElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PictureElem? PictureElem { get; init; }

    [JsonPropertyName("soundElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public SoundElem? SoundElem { get; init; }

    [JsonPropertyName("videoElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public VideoElem? VideoElem { get; init; }

    [JsonPropertyName("fileElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public FileElem? FileElem { get; init; }

    [JsonPropertyName("mergeElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public MergeElem? MergeElem { get; init; }

    [JsonPropertyName("atTextElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AtTextElem? AtTextElem { get; init; }

    [JsonPropertyName("faceElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public FaceElem? FaceElem { get; init; }

    [JsonPropertyName("locationElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public LocationElem? LocationElem { get; init; }

    [JsonPropertyName("customElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CustomElem? CustomElem { get; init; }

    [JsonPropertyName("quoteElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public QuoteElem? QuoteElem { get; init; }

    [JsonPropertyName("notificationElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public NotificationElem? NotificationElem { get; init; }

    [JsonPropertyName("advancedTextElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AdvancedTextElem? AdvancedTextElem { get; init; }

    [JsonPropertyName("typingElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TypingElem? TypingElem { get; init; }

    [JsonPropertyName("attachedInfoElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AttachedInfoElem? AttachedInfoElem { get; init; }

    [JsonPropertyName("markdownTextElem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public MarkdownTextElem? MarkdownTextElem { get; init; }
}
