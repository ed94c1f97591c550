using Google.Protobuf.Collections;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Asking to be a friend, answering, and the lists of what was asked.</summary>
internal sealed class FriendRequestRules(
    FriendRequestStore requests,
    FriendStore friends,
    UserStore users,
    NotificationSender notifications,
    TimeProvider time)
{
    /// <summary>
    /// Asks, or asks anew: then the earlier request waits again. Nobody becomes a friend without an answer.
    /// </summary>
    public Answer<ApplyToAddFriendResp> Apply(Caller caller, ApplyToAddFriendReq request)
    {
        if (request.FromUserID.Length == 0 || request.ToUserID.Length == 0)
            return ServerErrors.Arguments("fromUserID or toUserID is empty");
        if (caller.MustBe(request.FromUserID) is { } foreign)
            return foreign;
        if (request.FromUserID == request.ToUserID)
            return FriendErrors.CannotAddYourself;
        if (users.Find(request.FromUserID) is null || users.Find(request.ToUserID) is null)
            return ServerErrors.RecordNotFound("user not found");
        if (friends.HasFriend(request.FromUserID, request.ToUserID)
            && friends.HasFriend(request.ToUserID, request.FromUserID))
            return FriendErrors.AlreadyFriends;
        var earlier = requests.Find(request.FromUserID, request.ToUserID);
        var asked = new FriendRequest
        {
            FromUserID = request.FromUserID,
            ToUserID = request.ToUserID,
            ReqMsg = request.ReqMsg,
            Ex = request.Ex,
            CreateTime = Now,
            // Who answered last, and when, stays; the answer itself does not.
            HandlerUserID = earlier?.HandlerUserID ?? "",
            HandleTime = earlier?.HandleTime ?? 0,
        };
        requests.Put(asked);
        notifications.ToUser(
            caller.OperationID,
            ContentType.FriendApplication,
            asked.FromUserID,
            asked.ToUserID,
            new FriendApplicationTips { FromToUserID = FromTo(asked), Request = WithProfiles(asked) });
        return new ApplyToAddFriendResp();
    }

    /// <summary>Answers a request that waits.</summary>
    public Answer<RespondFriendApplyResp> Respond(Caller caller, RespondFriendApplyReq request)
    {
        if (request.FromUserID.Length == 0 || request.ToUserID.Length == 0)
            return ServerErrors.Arguments("fromUserID or toUserID is empty");
        if (caller.MustBe(request.ToUserID) is { } foreign)
            return foreign;
        if (request.HandleResult is not (FriendRequestResult.Agreed or FriendRequestResult.Refused))
            return ServerErrors.Arguments("req.HandleResult != -1/1");
        if (requests.Find(request.FromUserID, request.ToUserID) is null)
            return ServerErrors.RecordNotFound();
        return request.HandleResult == FriendRequestResult.Agreed ? Agree(caller, request) : Refuse(caller, request);
    }

    /// <summary>The requests to a user.</summary>
    public Answer<GetPaginationFriendsApplyToResp> Received(Caller caller, GetPaginationFriendsApplyToReq request)
    {
        if (Check(caller, request.UserID, request.Pagination) is { } refusal)
            return refusal;
        var found = requests.Where(asked => asked.ToUserID == request.UserID && Is(asked, request.HandleResults));
        return new GetPaginationFriendsApplyToResp
        {
            FriendRequests = { Page.Of(found, request.Pagination).Select(WithProfiles) },
            Total = found.Count,
        };
    }

    /// <summary>The requests of a user.</summary>
    public Answer<GetPaginationFriendsApplyFromResp> Sent(Caller caller, GetPaginationFriendsApplyFromReq request)
    {
        if (Check(caller, request.UserID, request.Pagination) is { } refusal)
            return refusal;
        var found = requests.Where(asked => asked.FromUserID == request.UserID && Is(asked, request.HandleResults));
        return new GetPaginationFriendsApplyFromResp
        {
            FriendRequests = { Page.Of(found, request.Pagination).Select(WithProfiles) },
            Total = found.Count,
        };
    }

    /// <summary>The requests between two users, in both directions.</summary>
    public Answer<GetDesignatedFriendsApplyResp> Between(Caller caller, GetDesignatedFriendsApplyReq request)
    {
        if (request.FromUserID.Length == 0 || request.ToUserID.Length == 0)
            return ServerErrors.Arguments("fromUserID or toUserID is empty");
        if (caller.MustBe(request.FromUserID) is { } foreign && caller.MustBe(request.ToUserID) is not null)
            return foreign;
        var found = requests.Where(asked =>
            (asked.FromUserID == request.FromUserID && asked.ToUserID == request.ToUserID)
            || (asked.FromUserID == request.ToUserID && asked.ToUserID == request.FromUserID));
        return new GetDesignatedFriendsApplyResp { FriendRequests = { found.Select(WithProfiles) } };
    }

    public Answer<GetSelfUnhandledApplyCountResp> CountWaiting(Caller caller, GetSelfUnhandledApplyCountReq request)
    {
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        return new GetSelfUnhandledApplyCountResp
        {
            Count = requests.Where(asked =>
                asked.ToUserID == request.UserID
                && asked.HandleResult == FriendRequestResult.Waiting
                && asked.CreateTime > request.Time).Count,
        };
    }

    private Answer<RespondFriendApplyResp> Agree(Caller caller, RespondFriendApplyReq request)
    {
        var now = Now;
        var agreed = requests.Answer(request.FromUserID, request.ToUserID, asked =>
        {
            Handle(asked);
            asked.HandleMsg = request.HandleMsg;
        });
        if (agreed is null)
            return ServerErrors.Arguments("the friend request has been processed");
        // Two who asked each other need one answer only.
        requests.Answer(request.ToUserID, request.FromUserID, Handle);
        friends.Join(agreed.FromUserID, [agreed.ToUserID], FriendAddSource.Apply, agreed.FromUserID);
        notifications.ToUser(
            caller.OperationID,
            ContentType.FriendApplicationApproved,
            agreed.ToUserID,
            agreed.FromUserID,
            new FriendApplicationApprovedTips
            {
                FromToUserID = FromTo(agreed),
                HandleMsg = request.HandleMsg,
                Request = WithProfiles(agreed),
            });
        return new RespondFriendApplyResp();

        void Handle(FriendRequest asked)
        {
            asked.HandleResult = FriendRequestResult.Agreed;
            asked.HandlerUserID = caller.UserID;
            asked.HandleTime = now;
        }
    }

    /// <summary>Who refused is not noted, as on the server; only who agreed is.</summary>
    private Answer<RespondFriendApplyResp> Refuse(Caller caller, RespondFriendApplyReq request)
    {
        var refused = requests.Answer(request.FromUserID, request.ToUserID, asked =>
        {
            asked.HandleResult = FriendRequestResult.Refused;
            asked.HandleMsg = request.HandleMsg;
            asked.HandleTime = Now;
        });
        if (refused is null)
            return FriendErrors.RequestHandled;
        notifications.ToUser(
            caller.OperationID,
            ContentType.FriendApplicationRejected,
            refused.ToUserID,
            refused.FromUserID,
            new FriendApplicationRejectedTips
            {
                FromToUserID = FromTo(refused),
                HandleMsg = request.HandleMsg,
                Request = WithProfiles(refused),
            });
        return new RespondFriendApplyResp();
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static ServerError? Check(Caller caller, string userID, RequestPagination? pagination) =>
        userID.Length == 0 ? ServerErrors.Arguments("userID is empty") : Page.Check(pagination) ?? caller.MustBe(userID);

    private static bool Is(FriendRequest asked, RepeatedField<int> results) =>
        results.Count == 0 || results.Contains(asked.HandleResult);

    private static FromToUserID FromTo(FriendRequest request) =>
        new() { FromUserID = request.FromUserID, ToUserID = request.ToUserID };

    private FriendRequest WithProfiles(FriendRequest request)
    {
        var filled = request.Clone();
        if (users.Find(request.FromUserID) is { } from)
            (filled.FromNickname, filled.FromFaceURL) = (from.Nickname, from.FaceURL);
        if (users.Find(request.ToUserID) is { } to)
            (filled.ToNickname, filled.ToFaceURL) = (to.Nickname, to.FaceURL);
        return filled;
    }
}
