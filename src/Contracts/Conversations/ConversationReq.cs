using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>ConversationReq</c> of the v3.8 SDK, key for key.</summary>
public sealed record ConversationReq
{
    [JsonPropertyName("conversationID")]
    public string ConversationID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("conversationType")]
    public int ConversationType { get; init; }

    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("groupID")]
    public string GroupID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("recvMsgOpt")]
    public int? RecvMsgOpt { get; init; }

    [JsonPropertyName("isPinned")]
    public bool? IsPinned { get; init; }

    [JsonPropertyName("attachedInfo")]
    public string? AttachedInfo { get; init; }

    [JsonPropertyName("isPrivateChat")]
    public bool? IsPrivateChat { get; init; }

    [JsonPropertyName("ex")]
    public string? Ex { get; init; }

    [JsonPropertyName("burnDuration")]
    public int? BurnDuration { get; init; }

    [JsonPropertyName("minSeq")]
    public long? MinSeq { get; init; }

    [JsonPropertyName("maxSeq")]
    public long? MaxSeq { get; init; }

    [JsonPropertyName("groupAtType")]
    public int? GroupAtType { get; init; }

    [JsonPropertyName("msgDestructTime")]
    public long? MsgDestructTime { get; init; }

    [JsonPropertyName("isMsgDestruct")]
    public bool? IsMsgDestruct { get; init; }
}
