using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>GetFriendApplicationListAsRecipientReq</c> of the v3.8 SDK, key for key.</summary>
public sealed record GetFriendApplicationListAsRecipientReq
{
    [JsonPropertyName("handleResults")]
    public IReadOnlyList<int>? HandleResults { get; init; }

    [JsonPropertyName("offset")]
    public int Offset { get; init; }

    [JsonPropertyName("count")]
    public int Count { get; init; }
}
