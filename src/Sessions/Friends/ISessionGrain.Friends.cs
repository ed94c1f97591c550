using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    [Alias("GetFriendList")]
    Task<Result<IReadOnlyList<LocalFriend>>> GetFriendList(bool filterBlack, CancellationToken cancellationToken);

    /// <summary>Pinned friends first, then in the order in which they were added.</summary>
    [Alias("GetFriendListPage")]
    Task<Result<IReadOnlyList<LocalFriend>>> GetFriendListPage(
        int offset, int count, bool filterBlack, CancellationToken cancellationToken);

    [Alias("GetSpecifiedFriendsInfo")]
    Task<Result<IReadOnlyList<LocalFriend>>> GetSpecifiedFriendsInfo(
        IReadOnlyList<string> userIDs, bool filterBlack, CancellationToken cancellationToken);

    [Alias("CheckFriend")]
    Task<Result<IReadOnlyList<UserIDResult>>> CheckFriend(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken);

    [Alias("SearchFriends")]
    Task<Result<IReadOnlyList<SearchFriendItem>>> SearchFriends(
        SearchFriendsParam param, CancellationToken cancellationToken);

    [Alias("DeleteFriend")]
    Task<Result> DeleteFriend(string userID, CancellationToken cancellationToken);

    [Alias("UpdateFriends")]
    Task<Result> UpdateFriends(UpdateFriendsReq request, CancellationToken cancellationToken);

    [Alias("GetBlackList")]
    Task<Result<IReadOnlyList<LocalBlack>>> GetBlackList(CancellationToken cancellationToken);

    /// <summary>Those of <paramref name="userIDs"/> who are blocked.</summary>
    [Alias("GetSpecifiedBlacks")]
    Task<Result<IReadOnlyList<LocalBlack>>> GetSpecifiedBlacks(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken);

    [Alias("AddBlack")]
    Task<Result> AddBlack(string userID, string ex, CancellationToken cancellationToken);

    [Alias("RemoveBlack")]
    Task<Result> RemoveBlack(string userID, CancellationToken cancellationToken);
}
