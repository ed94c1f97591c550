using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>MessageRevoked</c> of the v3.8 SDK, key for key.</summary>
public sealed record MessageRevoked
{
    [JsonPropertyName("revokerID")]
    public string RevokerID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("revokerRole")]
    public int RevokerRole { get; init; }

    [JsonPropertyName("clientMsgID")]
    public string ClientMsgID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("revokerNickname")]
    public string RevokerNickname { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("revokeTime")]
    public long RevokeTime { get; init; }

    [JsonPropertyName("sourceMessageSendTime")]
    public long SourceMessageSendTime { get; init; }

    [JsonPropertyName("sourceMessageSendID")]
    public string SourceMessageSendID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("sourceMessageSenderNickname")]
    public string SourceMessageSenderNickname { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("sessionType")]
    public int SessionType { get; init; }

    [JsonPropertyName("seq")]
    public long Seq { get; init; }

    [JsonPropertyName("ex")]
    public string Ex { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("isAdminRevoke")]
    public bool IsAdminRevoke { get; init; }
}
