using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>LocalGroup</c> of the v3.8 SDK, key for key.</summary>
public sealed record LocalGroup
{
    [JsonPropertyName("groupID")]
    public string GroupID { get; init; } = "";

    [JsonPropertyName("groupName")]
    public string GroupName { get; init; } = "";

    [JsonPropertyName("notification")]
    public string Notification { get; init; } = "";

    [JsonPropertyName("introduction")]
    public string Introduction { get; init; } = "";

    [JsonPropertyName("faceURL")]
    public string FaceURL { get; init; } = "";

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

    [JsonPropertyName("ex")]
    public string Ex { get; init; } = "";

    [JsonPropertyName("attachedInfo")]
    public string AttachedInfo { get; init; } = "";

    [JsonPropertyName("needVerification")]
    public int NeedVerification { get; init; }

    [JsonPropertyName("lookMemberInfo")]
    public int LookMemberInfo { get; init; }

    [JsonPropertyName("applyMemberFriend")]
    public int ApplyMemberFriend { get; init; }

    [JsonPropertyName("notificationUpdateTime")]
    public long NotificationUpdateTime { get; init; }

    [JsonPropertyName("notificationUserID")]
    public string NotificationUserID { get; init; } = "";
}
