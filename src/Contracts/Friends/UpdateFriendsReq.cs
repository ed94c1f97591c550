using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>UpdateFriendsReq</c> of the v3.8 SDK, key for key.</summary>
public sealed record UpdateFriendsReq
{
    [JsonPropertyName("ownerUserID")]
    public string OwnerUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("friendUserIDs")]
    public IReadOnlyList<string>? FriendUserIDs { get; init; }

    [JsonPropertyName("isPinned")]
    public bool? IsPinned { get; init; }

    [JsonPropertyName("remark")]
    public string? Remark { get; init; }

    [JsonPropertyName("ex")]
    public string? Ex { get; init; }
}
