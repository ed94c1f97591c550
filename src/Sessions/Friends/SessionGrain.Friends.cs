using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>The friend list, read from the server when somebody looks at it.</content>
internal sealed partial class SessionGrain
{
    /// <summary>The server takes 1,000 ids in most of its lists.</summary>
    private const int IdsPerRequest = 500;

    private static readonly OpenImError OffsetTooLarge =
        new(ErrorCode.Unknown, "offset exceeds the length of the friend list");

    public async Task<Result<IReadOnlyList<LocalFriend>>> GetFriendList(
        bool filterBlack, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var friends = await PagedReading.ReadAll(
            100, PagedReading.LongestList, async page => (await ReadFriends(page, cancellationToken))
                .Select(static answer => answer.FriendsInfo, static friend => friend.ToLocalFriend()));
        return friends.IsOk && filterBlack ? await WithoutBlacks(friends.Value!, cancellationToken) : friends;
    }

    public async Task<Result<IReadOnlyList<LocalFriend>>> GetFriendListPage(
        int offset, int count, bool filterBlack, CancellationToken cancellationToken)
    {
        if (offset < 0 || count < 0)
            return Errors.Arguments("offset and count must not be negative");
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        if (count == 0)
            return Array.Empty<LocalFriend>();
        if (filterBlack)
        {
            // The offset counts those that are left: pages neither overlap nor run short.
            var all = await GetFriendList(filterBlack, cancellationToken);
            if (!all.IsOk)
                return all.Error;
            return offset > all.Value!.Count ? OffsetTooLarge : all.Value.Skip(offset).Take(count).ToArray();
        }
        var total = 0;
        var page = await PagedReading.ReadWindow(offset, count, async pagination =>
        {
            var answer = await ReadFriends(pagination, cancellationToken);
            total = answer.Value?.Total ?? 0;
            return answer.Select(static friends => friends.FriendsInfo, static friend => friend.ToLocalFriend());
        });
        return page.IsOk && offset > total ? OffsetTooLarge : page;
    }

    public async Task<Result<IReadOnlyList<LocalFriend>>> GetSpecifiedFriendsInfo(
        IReadOnlyList<string> userIDs, bool filterBlack, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var asked = Once(userIDs);
        var answer = await FriendsAmong(asked, cancellationToken);
        if (!answer.IsOk)
            return answer.Error;
        var friends = answer.Value!.FriendsInfo.ToDictionary(
            static friend => friend.FriendUser?.UserID ?? "", static friend => friend.ToLocalFriend());
        LocalFriend[] found = [.. asked.Where(friends.ContainsKey).Select(userID => friends[userID])];
        return filterBlack ? await WithoutBlacks(found, cancellationToken) : found;
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

    private Task<Result<GetPaginationFriendsResp>> ReadFriends(
        RequestPagination page, CancellationToken cancellationToken) =>
        Call(
            _friendApi.GetFriendList,
            new GetPaginationFriendsReq { UserID = Key.UserId, Pagination = page },
            cancellationToken);

    /// <summary>Those of <paramref name="userIDs"/>, which name nobody twice, who are friends.</summary>
    private async Task<Result<GetDesignatedFriendsResp>> FriendsAmong(
        string[] userIDs, CancellationToken cancellationToken)
    {
        var found = new GetDesignatedFriendsResp();
        foreach (var chunk in userIDs.Chunk(IdsPerRequest))
        {
            var answer = await Call(
                _friendApi.GetDesignatedFriends,
                new GetDesignatedFriendsReq { OwnerUserID = Key.UserId, FriendUserIDs = { chunk } },
                cancellationToken);
            if (!answer.IsOk)
                return answer;
            found.FriendsInfo.AddRange(answer.Value!.FriendsInfo);
        }
        return found;
    }

    private async Task<Result<IReadOnlyList<LocalFriend>>> WithoutBlacks(
        IReadOnlyList<LocalFriend> friends, CancellationToken cancellationToken)
    {
        var blocked = await BlockedAmong(friends, cancellationToken);
        return blocked.IsOk
            ? friends.Where(friend => !blocked.Value!.Contains(friend.UserID)).ToArray()
            : blocked.Error;
    }

    private async Task<Result<HashSet<string>>> BlockedAmong(
        IReadOnlyList<LocalFriend> friends, CancellationToken cancellationToken)
    {
        var blacks = await BlacksAmong([.. friends.Select(static friend => friend.UserID)], cancellationToken);
        return blacks.IsOk
            ? blacks.Value!.Blacks.Select(static black => black.BlackUserInfo?.UserID ?? "")
                .ToHashSet(StringComparer.Ordinal)
            : blacks.Error;
    }

    /// <summary>The server refuses lists that name somebody twice.</summary>
    private static string[] Once(IReadOnlyList<string> ids) =>
        [.. ids.Where(static id => !string.IsNullOrEmpty(id)).Distinct(StringComparer.Ordinal)];
}
