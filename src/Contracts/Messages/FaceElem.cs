using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>FaceElem</c> of the v3.8 SDK, key for key.</summary>
public sealed record FaceElem
{
    [JsonPropertyName("index")]
    public int Index { get; init; }

    [JsonPropertyName("data")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Data { get; init => field = Omit.Empty(value); }
}
