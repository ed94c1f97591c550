using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>GetGroupApplicationUnhandledCountReq</c> of the v3.8 SDK, key for key.</summary>
public sealed record GetGroupApplicationUnhandledCountReq
{
    [JsonPropertyName("time")]
    public long Time { get; init; }
}
