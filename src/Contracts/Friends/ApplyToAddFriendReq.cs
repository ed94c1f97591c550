using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>ApplyToAddFriendReq</c> of the v3.8 SDK, key for key.</summary>
public sealed record ApplyToAddFriendReq
{
    [JsonPropertyName("fromUserID")]
    public string FromUserID { get; init; } = "";

    [JsonPropertyName("toUserID")]
    public string ToUserID { get; init; } = "";

    [JsonPropertyName("reqMsg")]
    public string ReqMsg { get; init; } = "";

    [JsonPropertyName("ex")]
    public string Ex { get; init; } = "";
}
