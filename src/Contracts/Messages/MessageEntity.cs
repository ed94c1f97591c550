using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>MessageEntity</c> of the v3.8 SDK, key for key.</summary>
public sealed record MessageEntity
{
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Type { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("offset")]
    public int Offset { get; init; }

    [JsonPropertyName("length")]
    public int Length { get; init; }

    [JsonPropertyName("url")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Url { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("ex")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Ex { get; init => field = Omit.Empty(value); }
}
