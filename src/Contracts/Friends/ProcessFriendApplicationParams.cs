using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>ProcessFriendApplicationParams</c> of the v3.8 SDK, key for key.</summary>
public sealed record ProcessFriendApplicationParams
{
    [JsonPropertyName("toUserID")]
    public string ToUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("handleMsg")]
    public string HandleMsg { get; init => field = value ?? ""; } = "";
}
