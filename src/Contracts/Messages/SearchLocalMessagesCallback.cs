using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SearchLocalMessagesCallback</c> of the v3.8 SDK, key for key.</summary>
public sealed record SearchLocalMessagesCallback
{
    [JsonPropertyName("totalCount")]
    public int TotalCount { get; init; }

    [JsonPropertyName("searchResultItems")]
    public IReadOnlyList<SearchByConversationResult>? SearchResultItems { get; init; }
}
