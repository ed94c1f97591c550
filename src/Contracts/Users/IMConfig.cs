using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>IMConfig</c> of the v3.8 SDK, key for key.</summary>
public sealed record IMConfig
{
    [JsonPropertyName("systemType")]
    public string SystemType { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("platformID")]
    public int PlatformID { get; init; }

    [JsonPropertyName("apiAddr")]
    public string ApiAddr { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("wsAddr")]
    public string WsAddr { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("dataDir")]
    public string DataDir { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("logLevel")]
    public uint LogLevel { get; init; }

    [JsonPropertyName("isLogStandardOutput")]
    public bool IsLogStandardOutput { get; init; }

    [JsonPropertyName("logFilePath")]
    public string LogFilePath { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("isExternalExtensions")]
    public bool IsExternalExtensions { get; init; }
}
