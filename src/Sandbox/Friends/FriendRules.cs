using Google.Protobuf.Collections;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The paths below <c>/friend</c> that read the friend list.</summary>
internal sealed class FriendRules(FriendStore friends, BlackStore blacks, UserStore users)
{
    private const int MillisecondsPerSecond = 1000;
    private const int MaxUserIDs = 1000;

    /// <summary>Pinned ones first, then in the order in which they were added.</summary>
    public Answer<GetPaginationFriendsResp> OnePage(Caller caller, GetPaginationFriendsReq request)
    {
        if (Page.Check(request.Pagination) is { } malformed)
            return malformed;
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var all = friends.Of(request.UserID).All();
        var page = Page.Of([.. all.OrderByDescending(friend => friend.IsPinned)], request.Pagination);
        return new GetPaginationFriendsResp { FriendsInfo = { page.Select(ToWire) }, Total = all.Count };
    }

    /// <summary>The friends among some users; who is none is left out.</summary>
    public Answer<GetDesignatedFriendsResp> Designated(Caller caller, GetDesignatedFriendsReq request)
    {
        if (request.OwnerUserID.Length == 0 || request.FriendUserIDs.Count == 0)
            return ServerErrors.Arguments("ownerUserID or friendUserIDs is empty");
        if (HasDuplicates(request.FriendUserIDs))
            return ServerErrors.Arguments("friend userID repeated");
        if (caller.MustBe(request.OwnerUserID) is { } foreign)
            return foreign;
        return new GetDesignatedFriendsResp { FriendsInfo = { Lines(request.OwnerUserID, request.FriendUserIDs) } };
    }

    /// <summary>
    /// For each user what he is to the owner: profile, line of the friend list, line of the black list.
    /// </summary>
    public Answer<GetSpecifiedFriendsInfoResp> Specified(Caller caller, GetSpecifiedFriendsInfoReq request)
    {
        if (request.OwnerUserID.Length == 0)
            return ServerErrors.Arguments("ownerUserID is empty");
        if (request.UserIDList.Count is 0 or > MaxUserIDs)
            return ServerErrors.Arguments("userIDList is empty or too long");
        if (HasDuplicates(request.UserIDList))
            return ServerErrors.Arguments("userIDList repeated");
        if (caller.MustBe(request.OwnerUserID) is { } foreign)
            return foreign;
        var answer = new GetSpecifiedFriendsInfoResp();
        foreach (var user in request.UserIDList.Select(users.Find).OfType<UserInfo>())
            answer.Infos.Add(new GetSpecifiedFriendsInfoInfo
            {
                UserInfo = user,
                FriendInfo = friends.Find(request.OwnerUserID, user.UserID) is { } friend ? Line(friend) : null,
                BlackInfo = blacks.Find(request.OwnerUserID, user.UserID),
            });
        return answer;
    }

    public Answer<GetFriendIDsResp> IDs(Caller caller, GetFriendIDsReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        return new GetFriendIDsResp { FriendIDs = { friends.Of(request.UserID).IDs() } };
    }

    public Answer<IsFriendResp> IsFriend(Caller caller, IsFriendReq request)
    {
        if (request.UserID1.Length == 0 || request.UserID2.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (caller.MustBe(request.UserID1) is { } foreign && caller.MustBe(request.UserID2) is not null)
            return foreign;
        return new IsFriendResp
        {
            InUser1Friends = friends.HasFriend(request.UserID1, request.UserID2),
            InUser2Friends = friends.HasFriend(request.UserID2, request.UserID1),
        };
    }

    /// <summary>What changed on the version line of the list; lines that are gone meanwhile are missing.</summary>
    public Answer<GetIncrementalFriendsResp> Incremental(Caller caller, GetIncrementalFriendsReq request)
    {
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        if (request.UserID.Length == 0)
            return ServerErrors.Internal("versionKey is empty");
        var (changes, orderVersion) = friends.Of(request.UserID).Since(request.VersionID, request.Version);
        return new GetIncrementalFriendsResp
        {
            Version = changes.Current.Version,
            VersionID = changes.Current.ID,
            Full = changes.Full,
            Delete = { changes.Deleted },
            Insert = { Lines(request.UserID, changes.Inserted) },
            Update = { Lines(request.UserID, changes.Updated) },
            SortVersion = orderVersion,
        };
    }

    /// <summary>The ids of the whole list, unless the client has them.</summary>
    public Answer<GetFullFriendUserIDsResp> FullIDs(Caller caller, GetFullFriendUserIDsReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var list = friends.Of(request.UserID);
        var current = list.Current;
        var ids = list.IDs();
        var equal = IDHash.Of(ids) == request.IdHash;
        return new GetFullFriendUserIDsResp
        {
            Version = current.Version,
            VersionID = current.ID,
            Equal = equal,
            UserIDs = { equal ? [] : ids },
        };
    }

    private static bool HasDuplicates(RepeatedField<string> ids) =>
        ids.Distinct(StringComparer.Ordinal).Count() < ids.Count;

    private IEnumerable<FriendInfo> Lines(string owner, IEnumerable<string> userIDs) =>
        userIDs.Select(userID => friends.Find(owner, userID)).OfType<FriendInfoOnly>().Select(ToWire);

    /// <summary>The form of lists: with the profile, and in seconds what elsewhere is milliseconds.</summary>
    private FriendInfo ToWire(FriendInfoOnly friend)
    {
        var line = Line(friend);
        line.CreateTime /= MillisecondsPerSecond;
        if (users.Find(friend.FriendUserID) is { } user)
            line.FriendUser = new UserInfo
            {
                UserID = user.UserID,
                Nickname = user.Nickname,
                FaceURL = user.FaceURL,
                Ex = user.Ex,
            };
        return line;
    }

    private static FriendInfo Line(FriendInfoOnly friend) => new()
    {
        OwnerUserID = friend.OwnerUserID,
        Remark = friend.Remark,
        CreateTime = friend.CreateTime,
        AddSource = friend.AddSource,
        OperatorUserID = friend.OperatorUserID,
        Ex = friend.Ex,
        IsPinned = friend.IsPinned,
    };
}
