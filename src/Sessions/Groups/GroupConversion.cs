using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using GroupInfo = OpenIM.SignalR.Upstream.Wire.GroupInfo;

namespace OpenIM.SignalR.Sessions;

/// <summary>The SDK's forms of what the server says of groups.</summary>
internal static class GroupConversion
{
    public static LocalGroup ToLocalGroup(this GroupInfo group) => new()
    {
        GroupID = group.GroupID,
        GroupName = group.GroupName,
        Notification = group.Notification,
        Introduction = group.Introduction,
        FaceURL = group.FaceURL,
        CreateTime = group.CreateTime,
        Status = group.Status,
        CreatorUserID = group.CreatorUserID,
        GroupType = group.GroupType,
        OwnerUserID = group.OwnerUserID,
        MemberCount = (int)group.MemberCount,
        Ex = group.Ex,
        NeedVerification = group.NeedVerification,
        LookMemberInfo = group.LookMemberInfo,
        ApplyMemberFriend = group.ApplyMemberFriend,
        NotificationUpdateTime = group.NotificationUpdateTime,
        NotificationUserID = group.NotificationUserID,
    };

    public static Contracts.GroupInfo ToGroupInfo(this GroupInfo group) => new()
    {
        GroupID = group.GroupID,
        GroupName = group.GroupName,
        Notification = group.Notification,
        Introduction = group.Introduction,
        FaceURL = group.FaceURL,
        OwnerUserID = group.OwnerUserID,
        CreateTime = group.CreateTime,
        MemberCount = group.MemberCount,
        Ex = group.Ex,
        Status = group.Status,
        CreatorUserID = group.CreatorUserID,
        GroupType = group.GroupType,
        NeedVerification = group.NeedVerification,
        LookMemberInfo = group.LookMemberInfo,
        ApplyMemberFriend = group.ApplyMemberFriend,
        NotificationUpdateTime = group.NotificationUpdateTime,
        NotificationUserID = group.NotificationUserID,
    };

    /// <summary>What a client may say of a group that is to be made; the rest the server finds by itself.</summary>
    public static GroupInfo ToWire(this Contracts.GroupInfo group) => new()
    {
        GroupID = group.GroupID,
        GroupName = group.GroupName,
        Notification = group.Notification,
        Introduction = group.Introduction,
        FaceURL = group.FaceURL,
        Ex = group.Ex,
        GroupType = group.GroupType,
        NeedVerification = group.NeedVerification,
        LookMemberInfo = group.LookMemberInfo,
        ApplyMemberFriend = group.ApplyMemberFriend,
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

    public static LocalGroupRequest ToLocalGroupRequest(this GroupRequest application)
    {
        var (group, user) = (application.GroupInfo ?? new GroupInfo(), application.UserInfo ?? new PublicUserInfo());
        return new LocalGroupRequest
        {
            GroupID = group.GroupID,
            GroupName = group.GroupName,
            Notification = group.Notification,
            Introduction = group.Introduction,
            GroupFaceURL = group.FaceURL,
            CreateTime = group.CreateTime,
            Status = group.Status,
            CreatorUserID = group.CreatorUserID,
            GroupType = group.GroupType,
            OwnerUserID = group.OwnerUserID,
            MemberCount = (int)group.MemberCount,
            UserID = user.UserID,
            Nickname = user.Nickname,
            UserFaceURL = user.FaceURL,
            HandleResult = application.HandleResult,
            ReqMsg = application.ReqMsg,
            HandledMsg = application.HandleMsg,
            ReqTime = application.ReqTime,
            HandleUserID = application.HandleUserID,
            HandledTime = application.HandleTime,
            Ex = application.Ex,
            JoinSource = application.JoinSource,
            InviterUserID = application.InviterUserID,
        };
    }
}
