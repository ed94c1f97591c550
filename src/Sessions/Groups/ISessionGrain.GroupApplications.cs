using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    [Alias("GetGroupApplicationListAsRecipient")]
    Task<Result<IReadOnlyList<LocalGroupRequest>>> GetGroupApplicationListAsRecipient(
        GetGroupApplicationListAsRecipientReq request, CancellationToken cancellationToken);

    [Alias("GetGroupApplicationListAsApplicant")]
    Task<Result<IReadOnlyList<LocalGroupRequest>>> GetGroupApplicationListAsApplicant(
        GetGroupApplicationListAsApplicantReq request, CancellationToken cancellationToken);

    /// <summary>How many received applications wait for an answer, made after a time (ms; 0 for all).</summary>
    [Alias("GetGroupApplicationUnhandledCount")]
    Task<Result<int>> GetGroupApplicationUnhandledCount(
        GetGroupApplicationUnhandledCountReq request, CancellationToken cancellationToken);

    [Alias("AcceptGroupApplication")]
    Task<Result> AcceptGroupApplication(
        string groupID, string fromUserID, string handleMsg, CancellationToken cancellationToken);

    [Alias("RefuseGroupApplication")]
    Task<Result> RefuseGroupApplication(
        string groupID, string fromUserID, string handleMsg, CancellationToken cancellationToken);
}
