using Google.Protobuf.Collections;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The paths below <c>/friend</c> that change the friend list, and what they tell whom.</summary>
internal sealed class FriendChanges(FriendStore friends, UserStore users, NotificationSender notifications)
{
    private const int MaxFriendIDs = 1000;

    /// <summary>
    /// Makes friends without asking anybody; the owner hears of each as if his request had been agreed to.
    /// </summary>
    public Answer<ImportFriendResp> Import(Caller caller, ImportFriendReq request)
    {
        if (Malformed(request.OwnerUserID, request.FriendUserIDs) is { } malformed)
            return malformed;
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        if (request.FriendUserIDs.Append(request.OwnerUserID).Any(userID => users.Find(userID) is null)
            || request.FriendUserIDs.Contains(request.OwnerUserID))
            return ServerErrors.RecordNotFound("user not found");
        friends.Join(request.OwnerUserID, request.FriendUserIDs, FriendAddSource.Import, caller.UserID);
        foreach (var friendID in request.FriendUserIDs)
            notifications.ToUser(
                caller.OperationID,
                ContentType.FriendApplicationApproved,
                friendID,
                request.OwnerUserID,
                new FriendApplicationApprovedTips { FromToUserID = FromTo(request.OwnerUserID, friendID) });
        return new ImportFriendResp();
    }

    /// <summary>Takes a friend from the owner's list; the other's list keeps its line. Both are told.</summary>
    public Answer<DeleteFriendResp> Delete(Caller caller, DeleteFriendReq request)
    {
        if (request.OwnerUserID.Length == 0 || request.FriendUserID.Length == 0)
            return ServerErrors.Arguments("ownerUserID or friendUserID is empty");
        if (caller.MustBe(request.OwnerUserID) is { } foreign)
            return foreign;
        friends.Of(request.OwnerUserID).Remove(request.FriendUserID);
        friends.Of(request.FriendUserID).OrderAnew();
        notifications.ToUser(
            caller.OperationID,
            ContentType.FriendDeleted,
            request.OwnerUserID,
            request.FriendUserID,
            new FriendDeletedTips { FromToUserID = FromTo(request.OwnerUserID, request.FriendUserID) });
        return new DeleteFriendResp();
    }

    public Answer<SetFriendRemarkResp> SetRemark(Caller caller, SetFriendRemarkReq request)
    {
        if (request.OwnerUserID.Length == 0 || request.FriendUserID.Length == 0)
            return ServerErrors.Arguments("ownerUserID or friendUserID is empty");
        if (caller.MustBe(request.OwnerUserID) is { } foreign)
            return foreign;
        if (friends.Find(request.OwnerUserID, request.FriendUserID) is null)
            return ServerErrors.RecordNotFound();
        friends.Of(request.OwnerUserID).Update([request.FriendUserID], friend => friend.Remark = request.Remark);
        notifications.ToUser(
            caller.OperationID,
            ContentType.FriendRemarkSet,
            request.OwnerUserID,
            request.FriendUserID,
            new FriendInfoChangedTips { FromToUserID = FromTo(request.OwnerUserID, request.FriendUserID) });
        return new SetFriendRemarkResp();
    }

    /// <summary>
    /// Sets what the request names in the lines of all friends named; only the owner's devices are told.
    /// </summary>
    public Answer<UpdateFriendsResp> Update(Caller caller, UpdateFriendsReq request)
    {
        if (Malformed(request.OwnerUserID, request.FriendUserIDs) is { } malformed)
            return malformed;
        if (caller.MustBe(request.OwnerUserID) is { } foreign)
            return foreign;
        if (request.IsPinned is not null || request.Remark is not null || request.Ex is not null)
            friends.Of(request.OwnerUserID).Update(
                request.FriendUserIDs,
                friend =>
                {
                    friend.IsPinned = request.IsPinned ?? friend.IsPinned;
                    friend.Remark = request.Remark ?? friend.Remark;
                    friend.Ex = request.Ex ?? friend.Ex;
                },
                changesOrder: request.IsPinned is not null);
        notifications.ToUser(
            caller.OperationID,
            ContentType.FriendsUpdated,
            request.OwnerUserID,
            request.OwnerUserID,
            new FriendsInfoUpdateTips
            {
                FromToUserID = FromTo("", request.OwnerUserID),
                FriendIDs = { request.FriendUserIDs },
            });
        return new UpdateFriendsResp();
    }

    /// <summary>
    /// After a user's name or picture changed: those in the user's own list learn it, and their line of the user counts
    /// as changed. Who was deleted from that list is not told, even if he still has the user in his.
    /// </summary>
    public void ProfileChanged(Caller caller, string userID)
    {
        foreach (var friendID in friends.Of(userID).IDs())
        {
            friends.Of(friendID).Update([userID], _ => { });
            notifications.ToUser(
                caller.OperationID,
                ContentType.FriendInfoUpdated,
                caller.UserID,
                friendID,
                new UserInfoUpdatedTips { UserID = userID });
        }
    }

    private static ServerError? Malformed(string owner, RepeatedField<string> friendIDs)
    {
        if (owner.Length == 0)
            return ServerErrors.Arguments("ownerUserID is empty");
        if (friendIDs.Count is 0 or > MaxFriendIDs)
            return ServerErrors.Arguments("friendUserIDs is empty or too long");
        return friendIDs.Distinct(StringComparer.Ordinal).Count() < friendIDs.Count
            ? ServerErrors.Arguments("friendIDList repeated")
            : null;
    }

    private static FromToUserID FromTo(string from, string to) => new() { FromUserID = from, ToUserID = to };
}
