using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>OfflinePushInfo</c> of the v3.8 SDK, key for key.</summary>
public sealed record OfflinePushInfo
{
    [JsonPropertyName("title")]
    public string Title { get; init; } = "";

    [JsonPropertyName("desc")]
    public string Desc { get; init; } = "";

    [JsonPropertyName("ex")]
    public string Ex { get; init; } = "";

    [JsonPropertyName("iOSPushSound")]
    public string IOSPushSound { get; init; } = "";

    [JsonPropertyName("iOSBadgeCount")]
    public bool IOSBadgeCount { get; init; }

    [JsonPropertyName("signalInfo")]
    public string SignalInfo { get; init; } = "";
}
