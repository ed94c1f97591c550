using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    /// <summary>
    /// Members in the server's order: owner, administrators, the others. Nobody for a group that one is not in.
    /// </summary>
    /// <param name="groupID">The group.</param>
    /// <param name="filter">0 all, 1 owner, 2 administrators, 3 ordinary, 4 all but the owner, 5 owner and
    /// administrators.</param>
    /// <param name="offset">How many of these are left out.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">The caller's.</param>
    [Alias("GetGroupMemberList")]
    Task<Result<IReadOnlyList<LocalGroupMember>>> GetGroupMemberList(
        string groupID, int filter, int offset, int count, CancellationToken cancellationToken);

    [Alias("GetGroupMemberOwnerAndAdmin")]
    Task<Result<IReadOnlyList<LocalGroupMember>>> GetGroupMemberOwnerAndAdmin(
        string groupID, CancellationToken cancellationToken);

    /// <summary>Who joined within a time (ms; an end of 0 is now), the latest first.</summary>
    [Alias("GetGroupMemberListByJoinTimeFilter")]
    Task<Result<IReadOnlyList<LocalGroupMember>>> GetGroupMemberListByJoinTimeFilter(
        string groupID, int offset, int count, long joinTimeBegin, long joinTimeEnd,
        IReadOnlyList<string> filterUserIDs, CancellationToken cancellationToken);

    [Alias("GetSpecifiedGroupMembersInfo")]
    Task<Result<IReadOnlyList<LocalGroupMember>>> GetSpecifiedGroupMembersInfo(
        string groupID, IReadOnlyList<string> userIDs, CancellationToken cancellationToken);

    [Alias("SearchGroupMembers")]
    Task<Result<IReadOnlyList<LocalGroupMember>>> SearchGroupMembers(
        SearchGroupMembersParam param, CancellationToken cancellationToken);

    /// <summary>Those of <paramref name="userIDs"/> who are members.</summary>
    [Alias("GetUsersInGroup")]
    Task<Result<IReadOnlyList<string>>> GetUsersInGroup(
        string groupID, IReadOnlyList<string> userIDs, CancellationToken cancellationToken);
}
