using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Bringing users into a group: by himself, by being accepted, or by being invited.</summary>
internal sealed class GroupEntrance(
    GroupStore groups,
    GroupConversations conversations,
    GroupTips tips,
    NotificationSender notifications,
    TimeProvider time)
{
    /// <summary>An ordinary member who comes in now.</summary>
    public GroupMemberFullInfo NewMember(
        Caller caller, string groupID, string userID, int joinSource, string inviterUserID) =>
        new()
        {
            GroupID = groupID,
            UserID = userID,
            RoleLevel = GroupRole.Member,
            JoinTime = time.GetUtcNow().ToUnixTimeMilliseconds(),
            JoinSource = joinSource,
            OperatorUserID = caller.UserID,
            InviterUserID = inviterUserID,
        };

    /// <summary>Adds members and gives them the conversation; they are not told yet.</summary>
    /// <returns>The version of the members; null, with nobody added, when one is a member already or the group was
    /// dismissed.</returns>
    public VersionStamp? TryAdd(string groupID, IReadOnlyCollection<GroupMemberFullInfo> members)
    {
        if (groups.TryAddMembers(groupID, members) is not { } version)
            return null;
        conversations.Open(groupID, members.Select(member => member.UserID));
        return version;
    }

    /// <summary>Tells the group that somebody came in by himself.</summary>
    public void TellEntered(Caller caller, GroupMemberFullInfo member, VersionStamp version)
    {
        var entered = new MemberEnterTips
        {
            Group = groups.Find(member.GroupID),
            EntrantUser = tips.WithProfile(member),
            OperationTime = time.GetUtcNow().ToUnixTimeMilliseconds(),
            GroupMemberVersion = version.Version,
            GroupMemberVersionID = version.ID,
        };
        notifications.ToGroup(
            caller.OperationID, ContentType.MemberEnter, caller.UserID, member.GroupID, entered);
    }

    /// <summary>Tells the group that somebody brought others in.</summary>
    /// <param name="caller">Who did it.</param>
    /// <param name="members">Who came in.</param>
    /// <param name="inviterUserID">Who invited them, when somebody else accepted it.</param>
    /// <param name="version">The version of the members since then.</param>
    /// <param name="hasChatCopy">Overrides whether it also is a line of the chat.</param>
    public void TellInvited(
        Caller caller,
        IReadOnlyList<GroupMemberFullInfo> members,
        string inviterUserID,
        VersionStamp version,
        bool? hasChatCopy = null)
    {
        var groupID = members[0].GroupID;
        var invited = new MemberInvitedTips
        {
            Group = groups.Find(groupID),
            OpUser = tips.Operator(caller, groupID),
            InviterUser = tips.Operator(groupID, inviterUserID),
            InvitedUserList = { members.Select(tips.WithProfile) },
            GroupMemberVersion = version.Version,
            GroupMemberVersionID = version.ID,
        };
        notifications.ToGroup(
            caller.OperationID, ContentType.MemberInvited, caller.UserID, groupID, invited, hasChatCopy);
    }
}
