using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SetGroupInfoExReq</c> of the v3.8 SDK, key for key.</summary>
public sealed record SetGroupInfoExReq
{
    [JsonPropertyName("groupID")]
    public string GroupID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("groupName")]
    public string? GroupName { get; init; }

    [JsonPropertyName("notification")]
    public string? Notification { get; init; }

    [JsonPropertyName("introduction")]
    public string? Introduction { get; init; }

    [JsonPropertyName("faceURL")]
    public string? FaceURL { get; init; }

    [JsonPropertyName("ex")]
    public string? Ex { get; init; }

    [JsonPropertyName("needVerification")]
    public int? NeedVerification { get; init; }

    [JsonPropertyName("lookMemberInfo")]
    public int? LookMemberInfo { get; init; }

    [JsonPropertyName("applyMemberFriend")]
    public int? ApplyMemberFriend { get; init; }
}
