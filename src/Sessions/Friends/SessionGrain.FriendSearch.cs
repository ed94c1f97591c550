using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    private const int BlockedFriend = 0;
    private const int Friend = 1;

    /// <summary>
    /// Friends whose id, nickname or remark holds the first keyword, in any case: as the SDK, which looks at no other
    /// keyword either. The server has no such search, so that the list is read, up to its bound.
    /// </summary>
    public async Task<Result<IReadOnlyList<SearchFriendItem>>> SearchFriends(
        SearchFriendsParam param, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        if (param.KeywordList is not [{ } keyword, ..]
            || !(param.IsSearchUserID || param.IsSearchNickname || param.IsSearchRemark))
            return Errors.Arguments("keyword is null or search field all false");
        var friends = await GetFriendList(filterBlack: false, cancellationToken);
        if (!friends.IsOk)
            return friends.Error;
        var found = friends.Value!.Where(friend =>
            (param.IsSearchUserID && Holds(friend.UserID))
            || (param.IsSearchNickname && Holds(friend.Nickname))
            || (param.IsSearchRemark && Holds(friend.Remark))).ToArray();
        var blocked = await BlockedAmong(found, cancellationToken);
        if (!blocked.IsOk)
            return blocked.Error;
        return found.Select(friend => ToSearchFriendItem(friend, blocked.Value!.Contains(friend.UserID))).ToArray();

        bool Holds(string text) => text.Contains(keyword, StringComparison.OrdinalIgnoreCase);
    }

    private static SearchFriendItem ToSearchFriendItem(LocalFriend friend, bool isBlocked) => new()
    {
        OwnerUserID = friend.OwnerUserID,
        UserID = friend.UserID,
        Remark = friend.Remark,
        CreateTime = friend.CreateTime,
        AddSource = friend.AddSource,
        OperatorUserID = friend.OperatorUserID,
        Nickname = friend.Nickname,
        FaceURL = friend.FaceURL,
        Ex = friend.Ex,
        AttachedInfo = friend.AttachedInfo,
        IsPinned = friend.IsPinned,
        Relationship = isBlocked ? BlockedFriend : Friend,
    };
}
