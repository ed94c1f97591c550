using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>OfflinePushInfo</c> of the v3.8 SDK, key for key.</summary>
public sealed record OfflinePushInfo
{
    [JsonPropertyName("title")]
    public string Title { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("desc")]
    public string Desc { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("ex")]
    public string Ex { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("iOSPushSound")]
    public string IOSPushSound { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("iOSBadgeCount")]
    public bool IOSBadgeCount { get; init; }

    [JsonPropertyName("signalInfo")]
    public string SignalInfo { get; init => field = value ?? ""; } = "";
}
