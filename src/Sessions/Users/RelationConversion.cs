using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>The SDK's forms of what the server says of friends, blocked users and group members.</summary>
internal static class RelationConversion
{
    public static LocalFriend ToLocalFriend(this FriendInfo friend) => new()
    {
        OwnerUserID = friend.OwnerUserID,
        UserID = friend.FriendUser?.UserID ?? "",
        Remark = friend.Remark,
        CreateTime = friend.CreateTime,
        AddSource = friend.AddSource,
        OperatorUserID = friend.OperatorUserID,
        Nickname = friend.FriendUser?.Nickname ?? "",
        FaceURL = friend.FriendUser?.FaceURL ?? "",
        Ex = friend.Ex,
        IsPinned = friend.IsPinned,
    };

    public static LocalGroupMember ToLocalGroupMember(this GroupMemberFullInfo member) => new()
    {
        GroupID = member.GroupID,
        UserID = member.UserID,
        Nickname = member.Nickname,
        FaceURL = member.FaceURL,
        RoleLevel = member.RoleLevel,
        JoinTime = member.JoinTime,
        JoinSource = member.JoinSource,
        InviterUserID = member.InviterUserID,
        MuteEndTime = member.MuteEndTime,
        OperatorUserID = member.OperatorUserID,
        Ex = member.Ex,
    };

    /// <summary>The server says milliseconds here; SDKs keep seconds for blocked users, as for friends.</summary>
    public static LocalBlack ToLocalBlack(this BlackInfo black) => new()
    {
        OwnerUserID = black.OwnerUserID,
        BlockUserID = black.BlackUserInfo?.UserID ?? "",
        Nickname = black.BlackUserInfo?.Nickname ?? "",
        FaceURL = black.BlackUserInfo?.FaceURL ?? "",
        CreateTime = black.CreateTime / 1000,
        AddSource = black.AddSource,
        OperatorUserID = black.OperatorUserID,
        Ex = black.Ex,
    };
}
