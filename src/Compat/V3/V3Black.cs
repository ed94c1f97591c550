using System.Text.Json.Serialization;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

/// <summary>A blocked user as the v3.5 SDK has it: who is blocked is its <c>userID</c>.</summary>
internal sealed class V3Black(LocalBlack black)
{
    [JsonPropertyName("ownerUserID")]
    public string OwnerUserID => black.OwnerUserID;

    [JsonPropertyName("userID")]
    public string UserID => black.BlockUserID;

    [JsonPropertyName("nickname")]
    public string Nickname => black.Nickname;

    [JsonPropertyName("faceURL")]
    public string FaceURL => black.FaceURL;

    [JsonPropertyName("createTime")]
    public long CreateTime => black.CreateTime;

    [JsonPropertyName("addSource")]
    public int AddSource => black.AddSource;

    [JsonPropertyName("operatorUserID")]
    public string OperatorUserID => black.OperatorUserID;

    [JsonPropertyName("ex")]
    public string Ex => black.Ex;

    [JsonPropertyName("attachedInfo")]
    public string AttachedInfo => black.AttachedInfo;
}
