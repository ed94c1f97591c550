using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SearchFriendItem</c> of the v3.8 SDK, key for key.</summary>
public sealed record SearchFriendItem
{
    [JsonPropertyName("ownerUserID")]
    public string OwnerUserID { get; init; } = "";

    [JsonPropertyName("userID")]
    public string UserID { get; init; } = "";

    [JsonPropertyName("remark")]
    public string Remark { get; init; } = "";

    [JsonPropertyName("createTime")]
    public long CreateTime { get; init; }

    [JsonPropertyName("addSource")]
    public int AddSource { get; init; }

    [JsonPropertyName("operatorUserID")]
    public string OperatorUserID { get; init; } = "";

    [JsonPropertyName("nickname")]
    public string Nickname { get; init; } = "";

    [JsonPropertyName("faceURL")]
    public string FaceURL { get; init; } = "";

    [JsonPropertyName("ex")]
    public string Ex { get; init; } = "";

    [JsonPropertyName("attachedInfo")]
    public string AttachedInfo { get; init; } = "";

    [JsonPropertyName("isPinned")]
    public bool IsPinned { get; init; }

    [JsonPropertyName("relationship")]
    public int Relationship { get; init; }
}
