using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>LocalFriendRequest</c> of the v3.8 SDK, key for key.</summary>
public sealed record LocalFriendRequest
{
    [JsonPropertyName("fromUserID")]
    public string FromUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("fromNickname")]
    public string FromNickname { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("fromFaceURL")]
    public string FromFaceURL { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("toUserID")]
    public string ToUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("toNickname")]
    public string ToNickname { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("toFaceURL")]
    public string ToFaceURL { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("handleResult")]
    public int HandleResult { get; init; }

    [JsonPropertyName("reqMsg")]
    public string ReqMsg { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("createTime")]
    public long CreateTime { get; init; }

    [JsonPropertyName("handlerUserID")]
    public string HandlerUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("handleMsg")]
    public string HandleMsg { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("handleTime")]
    public long HandleTime { get; init; }

    [JsonPropertyName("ex")]
    public string Ex { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("attachedInfo")]
    public string AttachedInfo { get; init => field = value ?? ""; } = "";
}
