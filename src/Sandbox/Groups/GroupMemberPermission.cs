using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Who may change which members of a group. The order of the checks is the real server's: it decides which error comes
/// first.
/// <list type="number">
/// <item>Roles are those of administrators and of ordinary members; the owner's is only transferred.</item>
/// <item>Everybody named, and the caller, is a member. The server's administrators need not be.</item>
/// <item>The owner changes everybody, administrators themselves and ordinary members, these only themselves.</item>
/// <item>Nobody raises his own role, and the owner does not change his.</item>
/// </list>
/// </summary>
internal sealed class GroupMemberPermission(GroupStore groups)
{
    /// <summary>The error that refuses the changes, or null.</summary>
    public ServerError? Refusal(Caller caller, IReadOnlyCollection<SetGroupMemberInfo> changes)
    {
        foreach (var change in changes)
            if (RoleRefusal(change.RoleLevel) is { } impossible)
                return impossible;
        foreach (var ofGroup in changes.GroupBy(change => change.GroupID, StringComparer.Ordinal))
            if (Refusal(caller, ofGroup.Key, [.. ofGroup]) is { } refused)
                return refused;
        return null;
    }

    private static ServerError? RoleRefusal(int? roleLevel) => roleLevel switch
    {
        null or GroupRole.Admin or GroupRole.Member => null,
        GroupRole.Owner => ServerErrors.NoPermission("cannot set ungroup owner"),
        _ => ServerErrors.Arguments("invalid role level"),
    };

    private ServerError? Refusal(Caller caller, string groupID, List<SetGroupMemberInfo> changes)
    {
        List<string> userIDs = [.. changes.Select(change => change.UserID).Distinct(StringComparer.Ordinal)];
        if (userIDs.Count < changes.Count)
            return ServerErrors.Arguments("a member is named twice");
        if (!userIDs.Contains(caller.UserID))
            userIDs.Add(caller.UserID);
        List<GroupMemberFullInfo> members =
            [.. userIDs.Select(userID => groups.FindMember(groupID, userID)).OfType<GroupMemberFullInfo>()];
        var own = members.Find(member => member.UserID == caller.UserID);
        if (members.Count < userIDs.Count)
        {
            if (own is not null || members.Count < userIDs.Count - 1)
                return ServerErrors.Arguments("user not in group");
            return caller.IsAdmin ? null : ServerErrors.NoPermission("user not in group");
        }
        return caller.IsAdmin
            ? null
            : OthersRefusal(own!, members) ?? OwnRefusal(own!, changes.Find(change => change.UserID == own!.UserID));
    }

    private static ServerError? OthersRefusal(GroupMemberFullInfo own, List<GroupMemberFullInfo> members)
    {
        foreach (var member in members.Where(member => member.UserID != own.UserID))
            switch (own.RoleLevel)
            {
                case GroupRole.Owner:
                    break;
                case GroupRole.Admin when member.RoleLevel == GroupRole.Owner:
                    return ServerErrors.NoPermission("admin can not change group owner");
                case GroupRole.Admin when member.RoleLevel == GroupRole.Admin:
                    return ServerErrors.NoPermission("admin can not change other group admin");
                case GroupRole.Admin:
                    break;
                default:
                    return ServerErrors.NoPermission("ordinary users can not change other role level");
            }
        return null;
    }

    private static ServerError? OwnRefusal(GroupMemberFullInfo own, SetGroupMemberInfo? change)
    {
        if (change?.RoleLevel is not { } roleLevel)
            return null;
        if (roleLevel > own.RoleLevel)
            return ServerErrors.NoPermission("can not improve role level by self");
        return own.RoleLevel == GroupRole.Owner
            ? ServerErrors.Arguments("group owner can not change own role level")
            : null;
    }
}
