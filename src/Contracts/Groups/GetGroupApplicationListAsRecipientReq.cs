using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>GetGroupApplicationListAsRecipientReq</c> of the v3.8 SDK, key for key.</summary>
public sealed record GetGroupApplicationListAsRecipientReq
{
    [JsonPropertyName("groupIDs")]
    public IReadOnlyList<string>? GroupIDs { get; init; }

    [JsonPropertyName("handleResults")]
    public IReadOnlyList<int>? HandleResults { get; init; }

    [JsonPropertyName("offset")]
    public int Offset { get; init; }

    [JsonPropertyName("count")]
    public int Count { get; init; }
}
