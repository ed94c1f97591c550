using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>FileElem</c> of the v3.8 SDK, key for key.</summary>
public sealed record FileElem
{
    [JsonPropertyName("filePath")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? FilePath { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("uuid")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Uuid { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("sourceUrl")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? SourceUrl { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("fileName")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? FileName { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("fileSize")]
    public long FileSize { get; init; }

    [JsonPropertyName("fileType")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? FileType { get; init => field = Omit.Empty(value); }
}
