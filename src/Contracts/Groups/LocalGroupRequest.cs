using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>LocalGroupRequest</c> of the v3.8 SDK, key for key.</summary>
public sealed record LocalGroupRequest
{
    [JsonPropertyName("groupID")]
    public string GroupID { get; init; } = "";

    [JsonPropertyName("groupName")]
    public string GroupName { get; init; } = "";

    [JsonPropertyName("notification")]
    public string Notification { get; init; } = "";

    [JsonPropertyName("introduction")]
    public string Introduction { get; init; } = "";

    [JsonPropertyName("groupFaceURL")]
    public string GroupFaceURL { get; init; } = "";

    [JsonPropertyName("createTime")]
    public long CreateTime { get; init; }

    [JsonPropertyName("status")]
    public int Status { get; init; }

    [JsonPropertyName("creatorUserID")]
    public string CreatorUserID { get; init; } = "";

    [JsonPropertyName("groupType")]
    public int GroupType { get; init; }

    [JsonPropertyName("ownerUserID")]
    public string OwnerUserID { get; init; } = "";

    [JsonPropertyName("memberCount")]
    public int MemberCount { get; init; }

    [JsonPropertyName("userID")]
    public string UserID { get; init; } = "";

    [JsonPropertyName("nickname")]
    public string Nickname { get; init; } = "";

    [JsonPropertyName("userFaceURL")]
    public string UserFaceURL { get; init; } = "";

    [JsonPropertyName("handleResult")]
    public int HandleResult { get; init; }

    [JsonPropertyName("reqMsg")]
    public string ReqMsg { get; init; } = "";

    [JsonPropertyName("handledMsg")]
    public string HandledMsg { get; init; } = "";

    [JsonPropertyName("reqTime")]
    public long ReqTime { get; init; }

    [JsonPropertyName("handleUserID")]
    public string HandleUserID { get; init; } = "";

    [JsonPropertyName("handledTime")]
    public long HandledTime { get; init; }

    [JsonPropertyName("ex")]
    public string Ex { get; init; } = "";

    [JsonPropertyName("attachedInfo")]
    public string AttachedInfo { get; init; } = "";

    [JsonPropertyName("joinSource")]
    public int JoinSource { get; init; }

    [JsonPropertyName("inviterUserID")]
    public string InviterUserID { get; init; } = "";
}
