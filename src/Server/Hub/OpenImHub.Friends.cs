using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    public Task<IReadOnlyList<LocalFriend>> GetFriendList(bool filterBlack) =>
        Answer(Session.GetFriendList(filterBlack, Aborted));

    public Task<IReadOnlyList<LocalFriend>> GetFriendListPage(int offset, int count, bool filterBlack) =>
        Answer(Session.GetFriendListPage(offset, count, filterBlack, Aborted));

    public Task<IReadOnlyList<LocalFriend>> GetSpecifiedFriendsInfo(IReadOnlyList<string> userIDs, bool filterBlack) =>
        Answer(Session.GetSpecifiedFriendsInfo(userIDs, filterBlack, Aborted));

    /// <summary>Nobody is asked for when there is no list, as in the SDK.</summary>
    public Task<IReadOnlyList<UserIDResult>> CheckFriend(IReadOnlyList<string>? userIDs) =>
        Answer(Session.CheckFriend(userIDs ?? [], Aborted));

    public Task<IReadOnlyList<SearchFriendItem>> SearchFriends(SearchFriendsParam param) =>
        Answer(Session.SearchFriends(param, Aborted));

    public Task DeleteFriend(string userID) => Answer(Session.DeleteFriend(userID, Aborted));

    public Task UpdateFriends(UpdateFriendsReq req) => Answer(Session.UpdateFriends(req, Aborted));

    public Task SetFriendRemark(string toUserID, string remark) =>
        UpdateFriends(new() { FriendUserIDs = [toUserID], Remark = remark });

    public Task PinFriends(IReadOnlyList<string>? toUserIDs, bool isPinned) =>
        UpdateFriends(new() { FriendUserIDs = toUserIDs, IsPinned = isPinned });

    public Task SetFriendsEx(IReadOnlyList<string>? toUserIDs, string ex) =>
        UpdateFriends(new() { FriendUserIDs = toUserIDs, Ex = ex });

    public Task<IReadOnlyList<LocalBlack>> GetBlackList() => Answer(Session.GetBlackList(Aborted));

    public Task AddBlack(string userID, string ex) => Answer(Session.AddBlack(userID, ex, Aborted));

    public Task RemoveBlack(string userID) => Answer(Session.RemoveBlack(userID, Aborted));
}
