using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>VideoElem</c> of the v3.8 SDK, key for key.</summary>
public sealed record VideoElem
{
    [JsonPropertyName("videoPath")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? VideoPath { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("videoUUID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? VideoUUID { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("videoUrl")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? VideoUrl { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("videoType")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? VideoType { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("videoSize")]
    public long VideoSize { get; init; }

    [JsonPropertyName("duration")]
    public long Duration { get; init; }

    [JsonPropertyName("snapshotPath")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? SnapshotPath { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("snapshotUUID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? SnapshotUUID { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("snapshotSize")]
    public long SnapshotSize { get; init; }

    [JsonPropertyName("snapshotUrl")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? SnapshotUrl { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("snapshotWidth")]
    public int SnapshotWidth { get; init; }

    [JsonPropertyName("snapshotHeight")]
    public int SnapshotHeight { get; init; }

    [JsonPropertyName("snapshotType")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? SnapshotType { get; init => field = Omit.Empty(value); }
}
