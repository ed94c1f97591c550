using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>MessageRevoked</c> of the v3.8 SDK, key for key.</summary>
public sealed record MessageRevoked
{
    [JsonPropertyName("revokerID")]
    public string RevokerID { get; init; } = "";

    [JsonPropertyName("revokerRole")]
    public int RevokerRole { get; init; }

    [JsonPropertyName("clientMsgID")]
    public string ClientMsgID { get; init; } = "";

    [JsonPropertyName("revokerNickname")]
    public string RevokerNickname { get; init; } = "";

    [JsonPropertyName("revokeTime")]
    public long RevokeTime { get; init; }

    [JsonPropertyName("sourceMessageSendTime")]
    public long SourceMessageSendTime { get; init; }

    [JsonPropertyName("sourceMessageSendID")]
    public string SourceMessageSendID { get; init; } = "";

    [JsonPropertyName("sourceMessageSenderNickname")]
    public string SourceMessageSenderNickname { get; init; } = "";

    [JsonPropertyName("sessionType")]
    public int SessionType { get; init; }

    [JsonPropertyName("seq")]
    public long Seq { get; init; }

    [JsonPropertyName("ex")]
    public string Ex { get; init; } = "";

    [JsonPropertyName("isAdminRevoke")]
    public bool IsAdminRevoke { get; init; }
}
