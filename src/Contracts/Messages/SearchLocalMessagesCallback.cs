using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SearchLocalMessagesCallback</c> of the v3.8 SDK, key for key.</summary>
public sealed record SearchLocalMessagesCallback
{
    [JsonPropertyName("totalCount")]
    public int TotalCount { get; init; }

    [JsonPropertyName("searchResultItems")]
    public IReadOnlyList<SearchByConversationResult>? SearchResultItems { get; init; }

    /// <summary>
    /// Gateway: older messages were not looked at, since one call reads only so far back. Absent when all were.
    /// </summary>
    [JsonPropertyName("isTruncated")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsTruncated { get; init; }
}
