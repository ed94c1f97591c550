using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

/// <content>What older SDKs did otherwise than v3.8, for the clients that rely on it.</content>
internal sealed partial class OpenImHub
{
    /// <summary>v2, v3: the friend list says of each whether he is blocked.</summary>
    public Task<IReadOnlyList<FullUserInfoWithCache>> GetFriendListWithBlackInfo(bool filterBlack) =>
        WithBlackInfo(Session.GetFriendList(filterBlack, Aborted));

    /// <inheritdoc cref="GetFriendListWithBlackInfo" />
    public Task<IReadOnlyList<FullUserInfoWithCache>> GetFriendListPageWithBlackInfo(
        int offset, int count, bool filterBlack) =>
        WithBlackInfo(Session.GetFriendListPage(offset, count, filterBlack, Aborted));

    /// <inheritdoc cref="GetFriendListWithBlackInfo" />
    public Task<IReadOnlyList<FullUserInfoWithCache>> GetSpecifiedFriendsWithBlackInfo(
        IReadOnlyList<string> userIDs, bool filterBlack) =>
        WithBlackInfo(Session.GetSpecifiedFriendsInfo(userIDs, filterBlack, Aborted));

    /// <summary>v3: 10303 when nothing is unread.</summary>
    public Task MarkUnreadConversationAsRead(string conversationID) =>
        Answer(Session.MarkConversationMessageAsRead(conversationID, onlyUnread: true, Aborted));

    private async Task<IReadOnlyList<FullUserInfoWithCache>> WithBlackInfo(Task<Result<IReadOnlyList<LocalFriend>>> asked)
    {
        var friends = await Answer(asked);
        var blacks = (await Answer(Session.GetSpecifiedBlacks([.. friends.Select(friend => friend.UserID)], Aborted)))
            .ToDictionary(black => black.BlockUserID, StringComparer.Ordinal);
        return
        [
            .. friends.Select(friend => new FullUserInfoWithCache
            {
                FriendInfo = friend, BlackInfo = blacks.GetValueOrDefault(friend.UserID),
            }),
        ];
    }
}
