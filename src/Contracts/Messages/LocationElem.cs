using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>LocationElem</c> of the v3.8 SDK, key for key.</summary>
public sealed record LocationElem
{
    [JsonPropertyName("description")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Description { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("longitude")]
    public double Longitude { get; init; }

    [JsonPropertyName("latitude")]
    public double Latitude { get; init; }
}
