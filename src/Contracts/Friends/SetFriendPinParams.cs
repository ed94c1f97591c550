using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SetFriendPinParams</c> of the v3.8 SDK, key for key.</summary>
public sealed record SetFriendPinParams
{
    [JsonPropertyName("toUserID")]
    public IReadOnlyList<string>? ToUserID { get; init; }

    [JsonPropertyName("isPinned")]
    public bool? IsPinned { get; init; }
}
