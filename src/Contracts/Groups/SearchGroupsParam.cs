using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SearchGroupsParam</c> of the v3.8 SDK, key for key.</summary>
public sealed record SearchGroupsParam
{
    [JsonPropertyName("keywordList")]
    public IReadOnlyList<string>? KeywordList { get; init; }

    [JsonPropertyName("isSearchGroupID")]
    public bool IsSearchGroupID { get; init; }

    [JsonPropertyName("isSearchGroupName")]
    public bool IsSearchGroupName { get; init; }
}
