using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>CreateGroupReq</c> of the v3.8 SDK, key for key.</summary>
public sealed record CreateGroupReq
{
    [JsonPropertyName("memberUserIDs")]
    public IReadOnlyList<string>? MemberUserIDs { get; init; }

    [JsonPropertyName("groupInfo")]
    public GroupInfo? GroupInfo { get; init; }

    [JsonPropertyName("adminUserIDs")]
    public IReadOnlyList<string>? AdminUserIDs { get; init; }

    [JsonPropertyName("ownerUserID")]
    public string OwnerUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("sendMessage")]
    public bool? SendMessage { get; init; }
}
