using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>ApplyToAddFriendReq</c> of the v3.8 SDK, key for key.</summary>
public sealed record ApplyToAddFriendReq
{
    [JsonPropertyName("fromUserID")]
    public string FromUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("toUserID")]
    public string ToUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("reqMsg")]
    public string ReqMsg { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("ex")]
    public string Ex { get; init => field = value ?? ""; } = "";
}
