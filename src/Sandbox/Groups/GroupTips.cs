using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The parts that the notifications about groups are made of: the group and its members as clients are shown them.
/// </summary>
internal sealed class GroupTips(SandboxOptions options, GroupStore groups, UserStore users)
{
    /// <summary>
    /// A member with a name and a picture: his own ones in the group, else those of the user.
    /// </summary>
    public GroupMemberFullInfo WithProfile(GroupMemberFullInfo member)
    {
        if ((member.Nickname.Length > 0 && member.FaceURL.Length > 0) || users.Find(member.UserID) is not { } user)
            return member;
        var shown = member.Clone();
        if (shown.Nickname.Length == 0)
            shown.Nickname = user.Nickname;
        if (shown.FaceURL.Length == 0)
            shown.FaceURL = user.FaceURL;
        return shown;
    }

    /// <summary>The members among some users, with their profiles; others are left out.</summary>
    public IEnumerable<GroupMemberFullInfo> Members(string groupID, IEnumerable<string> userIDs) =>
        userIDs.Select(userID => groups.FindMember(groupID, userID)).OfType<GroupMemberFullInfo>().Select(WithProfile);

    /// <summary>
    /// Who did something to a group. An administrator of the server has a form of his own, member or not; of one who is
    /// no member there are the profile and himself as operator.
    /// </summary>
    public GroupMemberFullInfo Operator(Caller caller, string groupID) => Operator(groupID, caller.UserID);

    /// <inheritdoc cref="Operator(Caller, string)"/>
    public GroupMemberFullInfo Operator(string groupID, string userID)
    {
        if (userID == options.AdminUserID)
            return WithProfile(new GroupMemberFullInfo
            {
                GroupID = groupID,
                UserID = userID,
                RoleLevel = GroupRole.Admin,
                AppMangerLevel = AppManagerLevel.Admin,
            });
        return WithProfile(groups.FindMember(groupID, userID) ?? new GroupMemberFullInfo
        {
            GroupID = groupID,
            UserID = userID,
            OperatorUserID = userID,
        });
    }

    /// <summary>A user as others see him; empty fields but for the id when there is no such user.</summary>
    public PublicUserInfo Public(string userID)
    {
        var user = users.Find(userID);
        return new PublicUserInfo
        {
            UserID = userID,
            Nickname = user?.Nickname ?? "",
            FaceURL = user?.FaceURL ?? "",
            Ex = user?.Ex ?? "",
        };
    }
}
