using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The answer of <c>/msg/batch_send_msg</c>.</summary>
internal sealed record BatchSentMessages(
    [property: JsonPropertyName("results")] List<SentMessage>? Results,
    [property: JsonPropertyName("failedUserIDs")] List<string>? FailedUserIDs);
