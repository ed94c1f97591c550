using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>LocalFriend</c> of the v3.8 SDK, key for key.</summary>
public sealed record LocalFriend
{
    [JsonPropertyName("ownerUserID")]
    public string OwnerUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("remark")]
    public string Remark { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("createTime")]
    public long CreateTime { get; init; }

    [JsonPropertyName("addSource")]
    public int AddSource { get; init; }

    [JsonPropertyName("operatorUserID")]
    public string OperatorUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("nickname")]
    public string Nickname { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("faceURL")]
    public string FaceURL { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("ex")]
    public string Ex { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("attachedInfo")]
    public string AttachedInfo { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("isPinned")]
    public bool IsPinned { get; init; }
}
