using System.Text.Json.Serialization;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The message that a quote holds: fields of <see cref="MsgData"/>, but with its content as text.</summary>
internal sealed record QuotedMessage
{
    [JsonPropertyName("sendID")]
    public string? SendID { get; init; } = "";

    [JsonPropertyName("recvID")]
    public string? RecvID { get; init; } = "";

    [JsonPropertyName("groupID")]
    public string? GroupID { get; init; } = "";

    [JsonPropertyName("clientMsgID")]
    public string? ClientMsgID { get; init; } = "";

    [JsonPropertyName("serverMsgID")]
    public string? ServerMsgID { get; init; } = "";

    [JsonPropertyName("senderPlatformID")]
    public int SenderPlatformID { get; init; }

    [JsonPropertyName("senderNickname")]
    public string? SenderNickname { get; init; } = "";

    [JsonPropertyName("senderFaceURL")]
    public string? SenderFaceURL { get; init; } = "";

    [JsonPropertyName("sessionType")]
    public int SessionType { get; init; }

    [JsonPropertyName("msgFrom")]
    public int MsgFrom { get; init; }

    [JsonPropertyName("contentType")]
    public int ContentType { get; init; }

    [JsonPropertyName("content")]
    public string? Content { get; init; } = "";

    [JsonPropertyName("seq")]
    public long Seq { get; init; }

    [JsonPropertyName("sendTime")]
    public long SendTime { get; init; }

    [JsonPropertyName("createTime")]
    public long CreateTime { get; init; }

    [JsonPropertyName("status")]
    public int Status { get; init; }

    [JsonPropertyName("isRead")]
    public bool IsRead { get; init; }

    [JsonPropertyName("options")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Dictionary<string, bool>? Options { get; init; }

    [JsonPropertyName("offlinePushInfo")]
    public OfflinePushInfo? OfflinePushInfo { get; init; }

    [JsonPropertyName("atUserIDList")]
    public List<string>? AtUserIDList { get; init; }

    [JsonPropertyName("attachedInfo")]
    public string? AttachedInfo { get; init; } = "";

    [JsonPropertyName("ex")]
    public string? Ex { get; init; } = "";

    [JsonPropertyName("keyVersion")]
    public int KeyVersion { get; init; }

    [JsonPropertyName("dstUserIDs")]
    public List<string>? DstUserIDs { get; init; }
}
