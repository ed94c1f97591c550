using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    [Alias("AddFriend")]
    Task<Result> AddFriend(ApplyToAddFriendReq request, CancellationToken cancellationToken);

    [Alias("AcceptFriendApplication")]
    Task<Result> AcceptFriendApplication(
        ProcessFriendApplicationParams request, CancellationToken cancellationToken);

    [Alias("RefuseFriendApplication")]
    Task<Result> RefuseFriendApplication(
        ProcessFriendApplicationParams request, CancellationToken cancellationToken);

    [Alias("GetFriendApplicationListAsRecipient")]
    Task<Result<IReadOnlyList<LocalFriendRequest>>> GetFriendApplicationListAsRecipient(
        GetFriendApplicationListAsRecipientReq request, CancellationToken cancellationToken);

    [Alias("GetFriendApplicationListAsApplicant")]
    Task<Result<IReadOnlyList<LocalFriendRequest>>> GetFriendApplicationListAsApplicant(
        GetFriendApplicationListAsApplicantReq request, CancellationToken cancellationToken);

    /// <summary>How many received applications wait for an answer, made after a time (ms; 0 for all).</summary>
    [Alias("GetFriendApplicationUnhandledCount")]
    Task<Result<int>> GetFriendApplicationUnhandledCount(
        GetSelfUnhandledApplyCountReq request, CancellationToken cancellationToken);
}
