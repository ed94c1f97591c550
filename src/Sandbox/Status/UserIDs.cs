using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The body of the requests that ask the gateway about users.</summary>
internal sealed record UserIDs
{
    [JsonPropertyName("userIDs")]
    public List<string>? Values { get; init; }
}
