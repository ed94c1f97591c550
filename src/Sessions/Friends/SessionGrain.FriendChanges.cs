using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using UpdateFriendsReq = OpenIM.SignalR.Contracts.UpdateFriendsReq;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Changing the friend list. What was changed is told before the answer; should that fail, the change is made all the
/// same, and the server's notification of it tells it.
/// </content>
internal sealed partial class SessionGrain
{
    /// <summary>Takes a friend off the own list; the other one keeps this user on his.</summary>
    public async Task<Result> DeleteFriend(string userID, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        await RememberFriend(userID, cancellationToken);
        var answer = await Call(
            _friendApi.DeleteFriend,
            new DeleteFriendReq { OwnerUserID = Key.UserId, FriendUserID = userID },
            cancellationToken);
        if (!answer.IsOk)
            return answer.Error;
        await SyncFriends(userID, FriendChange.Deleted);
        return Result.Ok;
    }

    public async Task<Result> UpdateFriends(UpdateFriendsReq request, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        // Whose friends they are says the session; an owner in the request is not looked at.
        var changes = new Upstream.Wire.UpdateFriendsReq
        {
            OwnerUserID = Key.UserId,
            FriendUserIDs = { request.FriendUserIDs?.Select(static userID => userID ?? "") ?? [] },
            IsPinned = request.IsPinned,
            Remark = request.Remark,
            Ex = request.Ex,
        };
        var answer = await Call(_friendApi.UpdateFriends, changes, cancellationToken);
        if (!answer.IsOk)
            return answer.Error;
        await SyncFriends(changes.FriendUserIDs, FriendChange.Changed);
        return Result.Ok;
    }

    /// <summary>A friend who is about to go: afterwards nobody can say who it was.</summary>
    private async Task RememberFriend(string userID, CancellationToken cancellationToken)
    {
        if (userID.Length == 0 || _friends.TryGet(userID, out _))
            return;
        var known = await FriendsAmong([userID], cancellationToken);
        if (known.IsOk)
            _friends.Set(userID, known.Value!.FriendsInfo.FirstOrDefault()?.ToLocalFriend());
    }
}
