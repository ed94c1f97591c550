using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>LocalFriendRequest</c> of the v3.8 SDK, key for key.</summary>
public sealed record LocalFriendRequest
{
    [JsonPropertyName("fromUserID")]
    public string FromUserID { get; init; } = "";

    [JsonPropertyName("fromNickname")]
    public string FromNickname { get; init; } = "";

    [JsonPropertyName("fromFaceURL")]
    public string FromFaceURL { get; init; } = "";

    [JsonPropertyName("toUserID")]
    public string ToUserID { get; init; } = "";

    [JsonPropertyName("toNickname")]
    public string ToNickname { get; init; } = "";

    [JsonPropertyName("toFaceURL")]
    public string ToFaceURL { get; init; } = "";

    [JsonPropertyName("handleResult")]
    public int HandleResult { get; init; }

    [JsonPropertyName("reqMsg")]
    public string ReqMsg { get; init; } = "";

    [JsonPropertyName("createTime")]
    public long CreateTime { get; init; }

    [JsonPropertyName("handlerUserID")]
    public string HandlerUserID { get; init; } = "";

    [JsonPropertyName("handleMsg")]
    public string HandleMsg { get; init; } = "";

    [JsonPropertyName("handleTime")]
    public long HandleTime { get; init; }

    [JsonPropertyName("ex")]
    public string Ex { get; init; } = "";

    [JsonPropertyName("attachedInfo")]
    public string AttachedInfo { get; init; } = "";
}
