using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>
/// One row of the conversation list. All keys are always written; <c>latestMsg</c> is a string holding the JSON of a
/// <see cref="MsgStruct"/>, or empty.
/// </summary>
public sealed record LocalConversation
{
    [JsonPropertyName("conversationID")]
    public string ConversationID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("conversationType")]
    public int ConversationType { get; init; }

    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("groupID")]
    public string GroupID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("showName")]
    public string ShowName { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("faceURL")]
    public string FaceURL { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("recvMsgOpt")]
    public int RecvMsgOpt { get; init; }

    [JsonPropertyName("unreadCount")]
    public int UnreadCount { get; init; }

    [JsonPropertyName("groupAtType")]
    public int GroupAtType { get; init; }

    [JsonPropertyName("latestMsg")]
    public string LatestMsg { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("latestMsgSendTime")]
    public long LatestMsgSendTime { get; init; }

    [JsonPropertyName("draftText")]
    public string DraftText { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("draftTextTime")]
    public long DraftTextTime { get; init; }

    [JsonPropertyName("isPinned")]
    public bool IsPinned { get; init; }

    [JsonPropertyName("isPrivateChat")]
    public bool IsPrivateChat { get; init; }

    [JsonPropertyName("burnDuration")]
    public int BurnDuration { get; init; }

    [JsonPropertyName("isNotInGroup")]
    public bool IsNotInGroup { get; init; }

    [JsonPropertyName("updateUnreadCountTime")]
    public long UpdateUnreadCountTime { get; init; }

    [JsonPropertyName("attachedInfo")]
    public string AttachedInfo { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("ex")]
    public string Ex { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("maxSeq")]
    public long MaxSeq { get; init; }

    [JsonPropertyName("minSeq")]
    public long MinSeq { get; init; }

    [JsonPropertyName("msgDestructTime")]
    public long MsgDestructTime { get; init; }

    [JsonPropertyName("isMsgDestruct")]
    public bool IsMsgDestruct { get; init; }

    /// <summary>
    /// Gateway: up to where clients of this session have read or cleared the conversation. Version 3 had it.
    /// </summary>
    [JsonPropertyName("hasReadSeq")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long HasReadSeq { get; init; }
}
