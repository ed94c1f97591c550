using System.Text.Json.Serialization;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

/// <summary>
/// A user as the v3.5 SDK has him in most of its lists: his profile, and what he is to the one who asks.
/// </summary>
internal class V3FullUser(PublicUser? profile, LocalFriend? friend, LocalBlack? black)
{
    [JsonPropertyName("publicInfo"), JsonPropertyOrder(-3)]
    public PublicUser? PublicInfo => profile;

    [JsonPropertyName("friendInfo"), JsonPropertyOrder(-2)]
    public LocalFriend? FriendInfo => friend;

    [JsonPropertyName("blackInfo"), JsonPropertyOrder(-1)]
    public V3Black? BlackInfo { get; } = black is null ? null : new(black);
}

/// <summary>The same with what he is in a group that was named.</summary>
internal sealed class V3FullUserWithCache(FullUserInfoWithCache user)
    : V3FullUser(user.PublicInfo, user.FriendInfo, user.BlackInfo)
{
    [JsonPropertyName("groupMemberInfo")]
    public LocalGroupMember? GroupMemberInfo => user.GroupMemberInfo;
}
