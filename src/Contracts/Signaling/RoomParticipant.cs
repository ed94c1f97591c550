using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>Somebody in a call.</summary>
public sealed record RoomParticipant
{
    [JsonPropertyName("userInfo")]
    public PublicUser? UserInfo { get; init; }

    [JsonPropertyName("groupMemberInfo")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public LocalGroupMember? GroupMemberInfo { get; init; }

    [JsonPropertyName("groupInfo")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public LocalGroup? GroupInfo { get; init; }
}
