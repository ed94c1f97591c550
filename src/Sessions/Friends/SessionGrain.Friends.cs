using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>Friends and blocked users, read from the server when somebody looks at them.</content>
internal sealed partial class SessionGrain
{
    private const int MaxFriends = 10_000;

    public async Task<Result<IReadOnlyList<LocalFriend>>> GetFriendList(
        bool filterBlack, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var friends = await PagedReading.ReadAll(100, MaxFriends, async page => (await Call(
                _friendApi.GetFriendList,
                new GetPaginationFriendsReq { UserID = Key.UserId, Pagination = page },
                cancellationToken))
            .Select(static answer => answer.FriendsInfo, static friend => friend.ToLocalFriend()));
        return friends.IsOk && filterBlack && friends.Value!.Count > 0
            ? await WithoutBlacks(friends.Value, cancellationToken)
            : friends;
    }

    public async Task<Result<IReadOnlyList<LocalFriend>>> GetSpecifiedFriendsInfo(
        IReadOnlyList<string> userIDs, bool filterBlack, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var answer = await FriendsAmong(Once(userIDs), cancellationToken);
        if (!answer.IsOk)
            return answer.Error;
        var friends = answer.Value!.FriendsInfo.ToDictionary(
            static friend => friend.FriendUser?.UserID ?? "", static friend => friend.ToLocalFriend());
        IReadOnlyList<LocalFriend> found =
            [.. Once(userIDs).Where(friends.ContainsKey).Select(userID => friends[userID])];
        return filterBlack && found.Count > 0
            ? await WithoutBlacks(found, cancellationToken)
            : new Result<IReadOnlyList<LocalFriend>>(found, null);
    }

    /// <summary>1 for who is a friend and not blocked.</summary>
    public async Task<Result<IReadOnlyList<UserIDResult>>> CheckFriend(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken)
    {
        var friends = await GetSpecifiedFriendsInfo(userIDs, filterBlack: true, cancellationToken);
        if (!friends.IsOk)
            return friends.Error;
        var good = friends.Value!.Select(static friend => friend.UserID).ToHashSet(StringComparer.Ordinal);
        return userIDs
            .Select(userID => new UserIDResult { UserID = userID, Result = good.Contains(userID) ? 1 : 0 })
            .ToArray();
    }

    public async Task<Result<IReadOnlyList<LocalBlack>>> GetBlackList(CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        return await PagedReading.ReadAll(200, MaxFriends, async page => (await Call(
                _friendApi.GetBlackList,
                new GetPaginationBlacksReq { UserID = Key.UserId, Pagination = page },
                cancellationToken))
            .Select(static answer => answer.Blacks, static black => black.ToLocalBlack()));
    }

    private async Task<Result<IReadOnlyList<LocalFriend>>> WithoutBlacks(
        IReadOnlyList<LocalFriend> friends, CancellationToken cancellationToken)
    {
        var blacks = await BlacksAmong([.. friends.Select(static friend => friend.UserID)], cancellationToken);
        if (!blacks.IsOk)
            return blacks.Error;
        var blocked = blacks.Value!.Blacks.Select(static black => black.BlackUserInfo?.UserID).ToHashSet();
        return friends.Where(friend => !blocked.Contains(friend.UserID)).ToArray();
    }

    /// <summary>The server refuses lists that name somebody twice.</summary>
    private static string[] Once(IReadOnlyList<string> ids) =>
        [.. ids.Where(static id => id.Length > 0).Distinct(StringComparer.Ordinal)];
}
