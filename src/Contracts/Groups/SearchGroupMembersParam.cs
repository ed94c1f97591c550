using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SearchGroupMembersParam</c> of the v3.8 SDK, key for key.</summary>
public sealed record SearchGroupMembersParam
{
    [JsonPropertyName("groupID")]
    public string GroupID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("keywordList")]
    public IReadOnlyList<string>? KeywordList { get; init; }

    [JsonPropertyName("isSearchUserID")]
    public bool IsSearchUserID { get; init; }

    [JsonPropertyName("isSearchMemberNickname")]
    public bool IsSearchMemberNickname { get; init; }

    [JsonPropertyName("offset")]
    public int Offset { get; init; }

    [JsonPropertyName("count")]
    public int Count { get; init; }

    [JsonPropertyName("pageNumber")]
    public int PageNumber { get; init; }
}
