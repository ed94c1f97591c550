using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SearchFriendsParam</c> of the v3.8 SDK, key for key.</summary>
public sealed record SearchFriendsParam
{
    [JsonPropertyName("keywordList")]
    public IReadOnlyList<string>? KeywordList { get; init; }

    [JsonPropertyName("isSearchUserID")]
    public bool IsSearchUserID { get; init; }

    [JsonPropertyName("isSearchNickname")]
    public bool IsSearchNickname { get; init; }

    [JsonPropertyName("isSearchRemark")]
    public bool IsSearchRemark { get; init; }
}
