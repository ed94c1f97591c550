using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>UserIDResult</c> of the v3.8 SDK, key for key.</summary>
public sealed record UserIDResult
{
    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("result")]
    public int Result { get; init; }
}
