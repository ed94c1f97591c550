using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>UserInfoWithEx</c> of the v3.8 SDK, key for key.</summary>
public sealed record UserInfoWithEx
{
    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("nickname")]
    public string? Nickname { get; init; }

    [JsonPropertyName("faceURL")]
    public string? FaceURL { get; init; }

    [JsonPropertyName("ex")]
    public string? Ex { get; init; }

    [JsonPropertyName("globalRecvMsgOpt")]
    public int? GlobalRecvMsgOpt { get; init; }
}
