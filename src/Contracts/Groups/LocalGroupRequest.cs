using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>LocalGroupRequest</c> of the v3.8 SDK, key for key.</summary>
public sealed record LocalGroupRequest
{
    [JsonPropertyName("groupID")]
    public string GroupID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("groupName")]
    public string GroupName { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("notification")]
    public string Notification { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("introduction")]
    public string Introduction { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("groupFaceURL")]
    public string GroupFaceURL { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("createTime")]
    public long CreateTime { get; init; }

    [JsonPropertyName("status")]
    public int Status { get; init; }

    [JsonPropertyName("creatorUserID")]
    public string CreatorUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("groupType")]
    public int GroupType { get; init; }

    [JsonPropertyName("ownerUserID")]
    public string OwnerUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("memberCount")]
    public int MemberCount { get; init; }

    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("nickname")]
    public string Nickname { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("userFaceURL")]
    public string UserFaceURL { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("handleResult")]
    public int HandleResult { get; init; }

    [JsonPropertyName("reqMsg")]
    public string ReqMsg { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("handledMsg")]
    public string HandledMsg { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("reqTime")]
    public long ReqTime { get; init; }

    [JsonPropertyName("handleUserID")]
    public string HandleUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("handledTime")]
    public long HandledTime { get; init; }

    [JsonPropertyName("ex")]
    public string Ex { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("attachedInfo")]
    public string AttachedInfo { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("joinSource")]
    public int JoinSource { get; init; }

    [JsonPropertyName("inviterUserID")]
    public string InviterUserID { get; init => field = value ?? ""; } = "";
}
