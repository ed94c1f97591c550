using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>LocalChatLog</c> of the v3.8 SDK, key for key.</summary>
public sealed record LocalChatLog
{
    [JsonPropertyName("clientMsgID")]
    public string ClientMsgID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("serverMsgID")]
    public string ServerMsgID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("sendID")]
    public string SendID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("recvID")]
    public string RecvID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("senderPlatformID")]
    public int SenderPlatformID { get; init; }

    [JsonPropertyName("senderNickname")]
    public string SenderNickname { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("senderFaceURL")]
    public string SenderFaceURL { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("sessionType")]
    public int SessionType { get; init; }

    [JsonPropertyName("msgFrom")]
    public int MsgFrom { get; init; }

    [JsonPropertyName("contentType")]
    public int ContentType { get; init; }

    [JsonPropertyName("content")]
    public string Content { get; init => field = value ?? ""; } = "";

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
    public string AttachedInfo { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("ex")]
    public string Ex { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("localEx")]
    public string LocalEx { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("isReact")]
    public bool IsReact { get; init; }

    [JsonPropertyName("isExternalExtensions")]
    public bool IsExternalExtensions { get; init; }

    [JsonPropertyName("msgFirstModifyTime")]
    public long MsgFirstModifyTime { get; init; }
}
