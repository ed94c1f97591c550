using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>LocalGroupMember</c> of the v3.8 SDK, key for key.</summary>
public sealed record LocalGroupMember
{
    [JsonPropertyName("groupID")]
    public string GroupID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("nickname")]
    public string Nickname { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("faceURL")]
    public string FaceURL { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("roleLevel")]
    public int RoleLevel { get; init; }

    [JsonPropertyName("joinTime")]
    public long JoinTime { get; init; }

    [JsonPropertyName("joinSource")]
    public int JoinSource { get; init; }

    [JsonPropertyName("inviterUserID")]
    public string InviterUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("muteEndTime")]
    public long MuteEndTime { get; init; }

    [JsonPropertyName("operatorUserID")]
    public string OperatorUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("ex")]
    public string Ex { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("attachedInfo")]
    public string AttachedInfo { get; init => field = value ?? ""; } = "";
}
