using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>FindMessageListCallback</c> of the v3.8 SDK, key for key.</summary>
public sealed record FindMessageListCallback
{
    [JsonPropertyName("totalCount")]
    public int TotalCount { get; init; }

    [JsonPropertyName("findResultItems")]
    public IReadOnlyList<SearchByConversationResult>? FindResultItems { get; init; }
}
