using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SetGroupMemberInfo</c> of the v3.8 SDK, key for key.</summary>
public sealed record SetGroupMemberInfo
{
    [JsonPropertyName("groupID")]
    public string GroupID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("nickname")]
    public string? Nickname { get; init; }

    [JsonPropertyName("faceURL")]
    public string? FaceURL { get; init; }

    [JsonPropertyName("roleLevel")]
    public int? RoleLevel { get; init; }

    [JsonPropertyName("ex")]
    public string? Ex { get; init; }
}
