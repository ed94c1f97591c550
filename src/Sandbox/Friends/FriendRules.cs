using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The paths below <c>/friend</c> that read the friend list.</summary>
internal sealed class FriendRules(IRelations relations, UserStore users)
{
    private const int MillisecondsPerSecond = 1000;

    /// <summary>The friends among some users; who is none is left out.</summary>
    public Answer<GetDesignatedFriendsResp> Designated(Caller caller, GetDesignatedFriendsReq request)
    {
        if (request.FriendUserIDs.Distinct(StringComparer.Ordinal).Count() < request.FriendUserIDs.Count)
            return ServerErrors.Arguments("friend userID repeated");
        if (caller.MustBe(request.OwnerUserID) is { } foreign)
            return foreign;
        var friends = request.FriendUserIDs.Select(userID => relations.FindFriend(request.OwnerUserID, userID)).OfType<FriendInfoOnly>();
        return new GetDesignatedFriendsResp { FriendsInfo = { friends.Select(ToWire) } };
    }

    private FriendInfo ToWire(FriendInfoOnly friend) => new()
    {
        OwnerUserID = friend.OwnerUserID,
        Remark = friend.Remark,
        CreateTime = friend.CreateTime / MillisecondsPerSecond,
        FriendUser = users.Find(friend.FriendUserID),
        AddSource = friend.AddSource,
        OperatorUserID = friend.OperatorUserID,
        Ex = friend.Ex,
        IsPinned = friend.IsPinned,
    };
}
