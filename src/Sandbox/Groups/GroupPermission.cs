namespace OpenIM.SignalR.Sandbox;

/// <summary>Who may look into a group, and who may change it.</summary>
internal sealed class GroupPermission(GroupStore groups)
{
    /// <summary>
    /// The error for who is neither a member nor an administrator of the server, or null. A group that there is not has
    /// no members.
    /// </summary>
    public ServerError? MustBeMember(Caller caller, string groupID) =>
        caller.IsAdmin || groups.FindMember(groupID, caller.UserID) is not null
            ? null
            : ServerErrors.NoPermission("op user not in group");

    /// <summary>
    /// The error for who is neither the group's owner, nor its administrator, nor one of the server, or null.
    /// </summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="groupID">The group.</param>
    /// <param name="outsider">What one who is no member is told, which differs from call to call.</param>
    public ServerError? MustLead(Caller caller, string groupID, ServerError outsider)
    {
        if (caller.IsAdmin)
            return null;
        return groups.FindMember(groupID, caller.UserID) switch
        {
            null => outsider,
            { RoleLevel: < GroupRole.Admin } => ServerErrors.NoPermission("no group owner or admin"),
            _ => null,
        };
    }
}
