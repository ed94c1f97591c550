using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The answer of the REST paths that send.</summary>
internal sealed record SentMessage(
    [property: JsonPropertyName("serverMsgID")] string ServerMsgID,
    [property: JsonPropertyName("clientMsgID")] string ClientMsgID,
    [property: JsonPropertyName("sendTime")] long SendTime)
{
    /// <summary>Who got it, in answers about several receivers.</summary>
    [JsonPropertyName("recvID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RecvID { get; init; }
}
