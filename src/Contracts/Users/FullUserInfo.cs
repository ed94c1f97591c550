using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>FullUserInfo</c> of the v3.8 SDK, key for key.</summary>
public sealed record FullUserInfo
{
    [JsonPropertyName("publicInfo")]
    public PublicUser? PublicInfo { get; init; }

    [JsonPropertyName("friendInfo")]
    public LocalFriend? FriendInfo { get; init; }

    [JsonPropertyName("blackInfo")]
    public LocalBlack? BlackInfo { get; init; }
}
