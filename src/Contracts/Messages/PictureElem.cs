using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>PictureElem</c> of the v3.8 SDK, key for key.</summary>
public sealed record PictureElem
{
    [JsonPropertyName("sourcePath")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? SourcePath { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("sourcePicture")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PictureBaseInfo? SourcePicture { get; init; }

    [JsonPropertyName("bigPicture")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PictureBaseInfo? BigPicture { get; init; }

    [JsonPropertyName("snapshotPicture")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PictureBaseInfo? SnapshotPicture { get; init; }
}
