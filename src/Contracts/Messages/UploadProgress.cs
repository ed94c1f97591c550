using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>UploadProgress</c> of the v3.8 SDK, key for key.</summary>
public sealed record UploadProgress
{
    [JsonPropertyName("total")]
    public long Total { get; init; }

    [JsonPropertyName("save")]
    public long Save { get; init; }

    [JsonPropertyName("current")]
    public long Current { get; init; }

    [JsonPropertyName("uploadID")]
    public string UploadID { get; init => field = value ?? ""; } = "";
}
