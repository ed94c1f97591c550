using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>PublicUser</c> of the v3.8 SDK, key for key.</summary>
public sealed record PublicUser
{
    [JsonPropertyName("userID")]
    public string UserID { get; init; } = "";

    [JsonPropertyName("nickname")]
    public string Nickname { get; init; } = "";

    [JsonPropertyName("faceURL")]
    public string FaceURL { get; init; } = "";

    [JsonPropertyName("ex")]
    public string Ex { get; init; } = "";

    [JsonPropertyName("createTime")]
    public long CreateTime { get; init; }
}
