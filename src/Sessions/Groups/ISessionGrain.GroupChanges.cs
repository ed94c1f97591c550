using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    [Alias("CreateGroup")]
    Task<Result<GroupInfo>> CreateGroup(CreateGroupReq request, CancellationToken cancellationToken);

    /// <summary>Joins, or applies where the group wants that.</summary>
    [Alias("JoinGroup")]
    Task<Result> JoinGroup(
        string groupID, string reqMsg, int joinSource, string ex, CancellationToken cancellationToken);

    [Alias("QuitGroup")]
    Task<Result> QuitGroup(string groupID, CancellationToken cancellationToken);

    [Alias("DismissGroup")]
    Task<Result> DismissGroup(string groupID, CancellationToken cancellationToken);

    /// <summary>Changes what is set; what is null stays.</summary>
    [Alias("SetGroupInfo")]
    Task<Result> SetGroupInfo(SetGroupInfoExReq request, CancellationToken cancellationToken);

    [Alias("ChangeGroupMute")]
    Task<Result> ChangeGroupMute(string groupID, bool isMute, CancellationToken cancellationToken);

    [Alias("TransferGroupOwner")]
    Task<Result> TransferGroupOwner(string groupID, string newOwnerUserID, CancellationToken cancellationToken);

    [Alias("InviteUserToGroup")]
    Task<Result> InviteUserToGroup(
        string groupID, string reason, IReadOnlyList<string> userIDs, CancellationToken cancellationToken);

    [Alias("KickGroupMember")]
    Task<Result> KickGroupMember(
        string groupID, string reason, IReadOnlyList<string> userIDs, CancellationToken cancellationToken);

    /// <summary>Changes what is set; what is null stays.</summary>
    [Alias("SetGroupMemberInfo")]
    Task<Result> SetGroupMemberInfo(SetGroupMemberInfo request, CancellationToken cancellationToken);

    /// <summary>Silences a member for some seconds; 0 lets him speak again.</summary>
    [Alias("ChangeGroupMemberMute")]
    Task<Result> ChangeGroupMemberMute(
        string groupID, string userID, int mutedSeconds, CancellationToken cancellationToken);
}
