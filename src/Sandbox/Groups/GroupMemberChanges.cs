using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Changing members: their roles (1517, 1518), and the name, picture and extension that they have in the group (1516).
/// </summary>
internal sealed class GroupMemberChanges(
    GroupStore groups, GroupMemberPermission permission, GroupTips tips, NotificationSender notifications)
{
    private const int MaxMembers = 1000;

    /// <summary>
    /// Changes several members, of one group or of several: all, or, when one change is not allowed, none.
    /// </summary>
    public Answer<SetGroupMemberInfoResp> Set(Caller caller, SetGroupMemberInfoReq request)
    {
        if (request.Members.Count is 0 or > MaxMembers)
            return ServerErrors.Arguments("members is empty or too long");
        if (permission.Refusal(caller, request.Members) is { } refused)
            return refused;
        Dictionary<string, Versions> versions = new(StringComparer.Ordinal);
        foreach (var change in request.Members)
            if (Apply(change) is { } version)
            {
                var before = versions.GetValueOrDefault(change.GroupID);
                versions[change.GroupID] = new Versions(
                    version, change.RoleLevel is null ? before.OfOrder : version.Version);
            }
        foreach (var change in request.Members)
            if (versions.TryGetValue(change.GroupID, out var version))
                Tell(caller, change, version);
        return new SetGroupMemberInfoResp();
    }

    /// <summary>
    /// After a user's name or picture changed: the groups in which he is seen with it learn it. Where he has both a name
    /// and a picture of his own nothing changes.
    /// </summary>
    public void ProfileChanged(Caller caller, string userID)
    {
        List<(string GroupID, VersionStamp Version)> changed = [];
        foreach (var group in groups.JoinedGroups(userID))
            if (groups.FindMember(group.GroupID, userID) is { } member
                && (member.Nickname.Length == 0 || member.FaceURL.Length == 0)
                && groups.UpdateMembers(group.GroupID, [userID], _ => { }) is { } version)
                changed.Add((group.GroupID, version));
        foreach (var (groupID, version) in changed)
        {
            var opUser = tips.Operator(caller, groupID).Clone();
            // Here an administrator of the server, too, counts as brought in by somebody: by himself.
            if (opUser.OperatorUserID.Length == 0)
                opUser.OperatorUserID = caller.UserID;
            Tell(
                caller, ContentType.GroupMemberInfoSet, groupID, userID, new Versions(version, OfOrder: 0), opUser);
        }
    }

    /// <summary>The version of the members after a change; null when it changes nothing.</summary>
    private VersionStamp? Apply(SetGroupMemberInfo change)
    {
        if (change.RoleLevel is null && !ChangesProfile(change))
            return null;
        return groups.UpdateMembers(
            change.GroupID,
            [change.UserID],
            member =>
            {
                member.RoleLevel = change.RoleLevel ?? member.RoleLevel;
                member.Nickname = change.Nickname ?? member.Nickname;
                member.FaceURL = change.FaceURL ?? member.FaceURL;
                member.Ex = change.Ex ?? member.Ex;
            },
            // A role that he has already counts as a change of the order too.
            changesOrder: change.RoleLevel is not null);
    }

    private static bool ChangesProfile(SetGroupMemberInfo change) =>
        change.Nickname is not null || change.FaceURL is not null || change.Ex is not null;

    private void Tell(Caller caller, SetGroupMemberInfo change, Versions version)
    {
        if (change.RoleLevel is GroupRole.Admin)
            Tell(caller, ContentType.GroupMemberSetToAdmin, change.GroupID, change.UserID, version);
        else if (change.RoleLevel is GroupRole.Member)
            Tell(caller, ContentType.GroupMemberSetToOrdinaryUser, change.GroupID, change.UserID, version);
        if (ChangesProfile(change))
            Tell(caller, ContentType.GroupMemberInfoSet, change.GroupID, change.UserID, version);
    }

    private void Tell(
        Caller caller,
        int contentType,
        string groupID,
        string userID,
        Versions version,
        GroupMemberFullInfo? opUser = null) =>
        notifications.ToGroup(caller.OperationID, contentType, caller.UserID, groupID, new GroupMemberInfoSetTips
        {
            Group = groups.Find(groupID),
            OpUser = opUser ?? tips.Operator(caller, groupID),
            ChangedUser = tips.Members(groupID, [userID]).FirstOrDefault(),
            GroupMemberVersion = version.OfMembers.Version,
            GroupMemberVersionID = version.OfMembers.ID,
            GroupSortVersion = version.OfOrder,
        });

    /// <summary>Where a group's line stood after the call, and the last change of the order in it (0 for none).</summary>
    private readonly record struct Versions(VersionStamp OfMembers, ulong OfOrder);
}
