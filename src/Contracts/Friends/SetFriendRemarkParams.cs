using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SetFriendRemarkParams</c> of the v3.8 SDK, key for key.</summary>
public sealed record SetFriendRemarkParams
{
    [JsonPropertyName("toUserID")]
    public string ToUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("remark")]
    public string Remark { get; init => field = value ?? ""; } = "";
}
