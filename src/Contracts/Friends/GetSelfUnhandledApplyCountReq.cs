using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>GetSelfUnhandledApplyCountReq</c> of the v3.8 SDK, key for key.</summary>
public sealed record GetSelfUnhandledApplyCountReq
{
    [JsonPropertyName("time")]
    public long Time { get; init; }
}
