using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    [Alias("GetJoinedGroupList")]
    Task<Result<IReadOnlyList<LocalGroup>>> GetJoinedGroupList(CancellationToken cancellationToken);

    [Alias("GetSpecifiedGroupsInfo")]
    Task<Result<IReadOnlyList<LocalGroup>>> GetSpecifiedGroupsInfo(
        IReadOnlyList<string> groupIDs, CancellationToken cancellationToken);

    [Alias("GetGroupApplicationListAsRecipient")]
    Task<Result<IReadOnlyList<LocalGroupRequest>>> GetGroupApplicationListAsRecipient(
        GetGroupApplicationListAsRecipientReq request, CancellationToken cancellationToken);

    [Alias("GetGroupApplicationListAsApplicant")]
    Task<Result<IReadOnlyList<LocalGroupRequest>>> GetGroupApplicationListAsApplicant(
        GetGroupApplicationListAsApplicantReq request, CancellationToken cancellationToken);
}
