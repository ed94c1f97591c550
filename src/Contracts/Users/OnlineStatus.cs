using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>OnlineStatus</c> of the v3.8 SDK, key for key.</summary>
public sealed record OnlineStatus
{
    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("status")]
    public int Status { get; init; }

    [JsonPropertyName("platformIDs")]
    public IReadOnlyList<int>? PlatformIDs { get; init; }
}
