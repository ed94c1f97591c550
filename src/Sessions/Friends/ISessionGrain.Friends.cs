using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    [Alias("GetFriendList")]
    Task<Result<IReadOnlyList<LocalFriend>>> GetFriendList(bool filterBlack, CancellationToken cancellationToken);

    [Alias("GetSpecifiedFriendsInfo")]
    Task<Result<IReadOnlyList<LocalFriend>>> GetSpecifiedFriendsInfo(
        IReadOnlyList<string> userIDs, bool filterBlack, CancellationToken cancellationToken);

    [Alias("CheckFriend")]
    Task<Result<IReadOnlyList<UserIDResult>>> CheckFriend(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken);

    [Alias("GetBlackList")]
    Task<Result<IReadOnlyList<LocalBlack>>> GetBlackList(CancellationToken cancellationToken);

    [Alias("GetFriendApplicationListAsRecipient")]
    Task<Result<IReadOnlyList<LocalFriendRequest>>> GetFriendApplicationListAsRecipient(
        GetFriendApplicationListAsRecipientReq request, CancellationToken cancellationToken);

    [Alias("GetFriendApplicationListAsApplicant")]
    Task<Result<IReadOnlyList<LocalFriendRequest>>> GetFriendApplicationListAsApplicant(
        GetFriendApplicationListAsApplicantReq request, CancellationToken cancellationToken);
}
