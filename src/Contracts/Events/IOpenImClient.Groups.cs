namespace OpenIM.SignalR.Contracts;

public partial interface IOpenImClient
{
    /// <summary>This user joined a group.</summary>
    Task OnJoinedGroupAdded(LocalGroup group, string cursor);

    /// <summary>This user left, was removed, or the group vanished.</summary>
    Task OnJoinedGroupDeleted(LocalGroup group, string cursor);

    /// <summary>Group profile changed.</summary>
    Task OnGroupInfoChanged(LocalGroup group, string cursor);

    /// <summary>Member joined.</summary>
    Task OnGroupMemberAdded(LocalGroupMember member, string cursor);

    /// <summary>Member left or was kicked.</summary>
    Task OnGroupMemberDeleted(LocalGroupMember member, string cursor);

    /// <summary>Member nickname/role/mute changed.</summary>
    Task OnGroupMemberInfoChanged(LocalGroupMember member, string cursor);

    /// <summary>Join request received or sent.</summary>
    Task OnGroupApplicationAdded(LocalGroupRequest application, string cursor);

    /// <summary>Join request disappeared.</summary>
    Task OnGroupApplicationDeleted(LocalGroupRequest application, string cursor);

    /// <summary>Join request accepted.</summary>
    Task OnGroupApplicationAccepted(LocalGroupRequest application, string cursor);

    /// <summary>Join request refused.</summary>
    Task OnGroupApplicationRejected(LocalGroupRequest application, string cursor);

    /// <summary>Group dissolved.</summary>
    Task OnGroupDismissed(LocalGroup group, string cursor);
}
