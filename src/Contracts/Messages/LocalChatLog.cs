using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>LocalChatLog</c> of the v3.8 SDK, key for key.</summary>
public sealed record LocalChatLog
{
    [JsonPropertyName("clientMsgID")]
    public string ClientMsgID { get; init; } = "";

    [JsonPropertyName("serverMsgID")]
    public string ServerMsgID { get; init; } = "";

    [JsonPropertyName("sendID")]
    public string SendID { get; init; } = "";

    [JsonPropertyName("recvID")]
    public string RecvID { get; init; } = "";

    [JsonPropertyName("senderPlatformID")]
    public int SenderPlatformID { get; init; }

    [JsonPropertyName("senderNickname")]
    public string SenderNickname { get; init; } = "";

    [JsonPropertyName("senderFaceURL")]
    public string SenderFaceURL { get; init; } = "";

    [JsonPropertyName("sessionType")]
    public int SessionType { get; init; }

    [JsonPropertyName("msgFrom")]
    public int MsgFrom { get; init; }

    [JsonPropertyName("contentType")]
    public int ContentType { get; init; }

    [JsonPropertyName("content")]
    public string Content { get; init; } = "";

    [JsonPropertyName("isRead")]
    public bool IsRead { get; init; }

    [JsonPropertyName("status")]
    public int Status { get; init; }

    [JsonPropertyName("seq")]
    public long Seq { get; init; }

    [JsonPropertyName("sendTime")]
    public long SendTime { get; init; }

    [JsonPropertyName("createTime")]
    public long CreateTime { get; init; }

    [JsonPropertyName("attachedInfo")]
    public string AttachedInfo { get; init; } = "";

    [JsonPropertyName("ex")]
    public string Ex { get; init; } = "";

    [JsonPropertyName("localEx")]
    public string LocalEx { get; init; } = "";

    [JsonPropertyName("isReact")]
    public bool IsReact { get; init; }

    [JsonPropertyName("isExternalExtensions")]
    public bool IsExternalExtensions { get; init; }

    [JsonPropertyName("msgFirstModifyTime")]
    public long MsgFirstModifyTime { get; init; }
}
