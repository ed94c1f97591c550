using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    [Alias("GetJoinedGroupList")]
    Task<Result<IReadOnlyList<LocalGroup>>> GetJoinedGroupList(CancellationToken cancellationToken);

    [Alias("GetJoinedGroupListPage")]
    Task<Result<IReadOnlyList<LocalGroup>>> GetJoinedGroupListPage(
        int offset, int count, CancellationToken cancellationToken);

    [Alias("GetSpecifiedGroupsInfo")]
    Task<Result<IReadOnlyList<LocalGroup>>> GetSpecifiedGroupsInfo(
        IReadOnlyList<string> groupIDs, CancellationToken cancellationToken);

    [Alias("SearchGroups")]
    Task<Result<IReadOnlyList<LocalGroup>>> SearchGroups(
        SearchGroupsParam param, CancellationToken cancellationToken);

    [Alias("IsJoinGroup")]
    Task<Result<bool>> IsJoinGroup(string groupID, CancellationToken cancellationToken);

    /// <summary>Whether what lists are read from is complete: always, since that is the server.</summary>
    [Alias("CheckGroupsFullSync")]
    Task<Result<bool>> CheckGroupsFullSync(CancellationToken cancellationToken);
}
