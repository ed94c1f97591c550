using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SoundBaseInfo</c> of the v3.8 SDK, key for key.</summary>
public sealed record SoundBaseInfo
{
    [JsonPropertyName("uuid")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Uuid { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("soundPath")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? SoundPath { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("sourceUrl")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? SourceUrl { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("dataSize")]
    public long DataSize { get; init; }

    [JsonPropertyName("duration")]
    public long Duration { get; init; }

    [JsonPropertyName("soundType")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? SoundType { get; init => field = Omit.Empty(value); }
}
