using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SpeechToTextCapabilities</c> of the v3.8 SDK, key for key.</summary>
public sealed record SpeechToTextCapabilities
{
    [JsonPropertyName("format")]
    public IReadOnlyList<string>? Format { get; init; }

    [JsonPropertyName("sampleRateHz")]
    public int SampleRateHz { get; init; }

    [JsonPropertyName("maxRecordTimeMs")]
    public int MaxRecordTimeMs { get; init; }

    [JsonPropertyName("maxFileSize")]
    public long MaxFileSize { get; init; }

    [JsonPropertyName("provider")]
    public string Provider { get; init => field = value ?? ""; } = "";
}
