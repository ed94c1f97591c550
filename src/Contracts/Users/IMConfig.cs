using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>IMConfig</c> of the v3.8 SDK, key for key.</summary>
public sealed record IMConfig
{
    [JsonPropertyName("systemType")]
    public string SystemType { get; init; } = "";

    [JsonPropertyName("platformID")]
    public int PlatformID { get; init; }

    [JsonPropertyName("apiAddr")]
    public string ApiAddr { get; init; } = "";

    [JsonPropertyName("wsAddr")]
    public string WsAddr { get; init; } = "";

    [JsonPropertyName("dataDir")]
    public string DataDir { get; init; } = "";

    [JsonPropertyName("logLevel")]
    public uint LogLevel { get; init; }

    [JsonPropertyName("isLogStandardOutput")]
    public bool IsLogStandardOutput { get; init; }

    [JsonPropertyName("logFilePath")]
    public string LogFilePath { get; init; } = "";

    [JsonPropertyName("isExternalExtensions")]
    public bool IsExternalExtensions { get; init; }
}
