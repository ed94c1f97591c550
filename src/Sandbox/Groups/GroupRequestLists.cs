using Google.Protobuf.Collections;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The lists of who asked to come into which group.</summary>
internal sealed class GroupRequestLists(
    GroupStore groups, GroupPermission permission, GroupRequestStore requests, GroupTips tips, UserStore users)
{
    /// <summary>The requests to some groups, or to all that a user can answer for.</summary>
    public Answer<GetGroupApplicationListResp> Received(Caller caller, GetGroupApplicationListReq request)
    {
        if (request.FromUserID.Length == 0)
            return ServerErrors.Arguments("fromUserID is empty");
        if (Page.Check(request.Pagination) is { } malformed)
            return malformed;
        var asked = request.GroupIDs.ToHashSet(StringComparer.Ordinal);
        if ((asked.Count == 0 ? caller.MustBe(request.FromUserID) : MustLead(caller, asked)) is { } refused)
            return refused;
        if (asked.Count == 0)
            asked = LedBy(request.FromUserID);
        var found = requests.Where(each =>
            asked.Contains(each.GroupInfo.GroupID) && Is(each, request.HandleResults));
        GroupRequest[] page = [.. Page.Of(found, request.Pagination)];
        // Only an administrator of the server gets here with a group that there is not; it is noticed when there is
        // something to show of the others.
        if (page.Length > 0 && asked.FirstOrDefault(groupID => groups.Find(groupID) is null) is { } unknown)
            return GroupErrors.NotFound(unknown);
        return new GetGroupApplicationListResp
        {
            Total = (uint)found.Count,
            GroupRequests = { page.Select(WithUser) },
        };
    }

    /// <summary>The requests that a user made, or that were made for him.</summary>
    public Answer<GetUserReqApplicationListResp> Sent(Caller caller, GetUserReqApplicationListReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if ((Page.Check(request.Pagination) ?? caller.MustBe(request.UserID)) is { } refused)
            return refused;
        if (users.Find(request.UserID) is null)
            return ServerErrors.RecordNotFound("user not found");
        var found = requests.Where(each =>
            each.UserInfo.UserID == request.UserID
            && (request.GroupIDs.Count == 0 || request.GroupIDs.Contains(each.GroupInfo.GroupID))
            && Is(each, request.HandleResults));
        return new GetUserReqApplicationListResp
        {
            Total = (uint)found.Count,
            GroupRequests = { Page.Of(found, request.Pagination).Select(WithUser) },
        };
    }

    /// <summary>
    /// The requests of some users to a group. Without the users: the real server leaves out just those that it knows.
    /// </summary>
    public Answer<GetGroupUsersReqApplicationListResp> OfUsers(
        Caller caller, GetGroupUsersReqApplicationListReq request)
    {
        if (request.GroupID.Length == 0)
            return ServerErrors.Arguments("groupID is empty");
        if (request.UserIDs.Count == 0)
            return ServerErrors.Arguments("userIDs is empty");
        if (MustLead(caller, [request.GroupID]) is { } refused)
            return refused;
        var found = Of(request.GroupID, request.UserIDs);
        return new GetGroupUsersReqApplicationListResp
        {
            Total = found.Count,
            GroupRequests = { found.Select(WithGroup) },
        };
    }

    /// <summary>The request of one user to a group: for himself and for those who can answer it.</summary>
    public Answer<GetSpecifiedUserGroupRequestInfoResp> OfUser(
        Caller caller, GetSpecifiedUserGroupRequestInfoReq request)
    {
        // A group without an owner is one that was dismissed, or none.
        var hasOwner = groups.Find(request.GroupID) is { OwnerUserID.Length: > 0 };
        if (caller.UserID != request.UserID)
        {
            if (!hasOwner)
                return ServerErrors.Internal("group has no owner");
            if (MustLead(caller, [request.GroupID]) is not null)
                return ServerErrors.NoPermission("opUser no permission");
        }
        var found = Of(request.GroupID, [request.UserID]);
        if (found.Count > 0 && !hasOwner)
            return ServerErrors.Internal("group has no owner");
        return new GetSpecifiedUserGroupRequestInfoResp
        {
            Total = (uint)found.Count,
            GroupRequests = { found.Select(WithUser) },
        };
    }

    /// <summary>How many requests wait for an answer that a user can give, newer than a time in milliseconds.</summary>
    public Answer<GetGroupApplicationUnhandledCountResp> CountWaiting(
        Caller caller, GetGroupApplicationUnhandledCountReq request)
    {
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var led = LedBy(request.UserID);
        return new GetGroupApplicationUnhandledCountResp
        {
            Count = requests.Where(each =>
                led.Contains(each.GroupInfo.GroupID)
                && each.HandleResult == GroupRequestResult.Waiting
                && each.ReqTime > request.Time).Count,
        };
    }

    private ServerError? MustLead(Caller caller, IEnumerable<string> groupIDs)
    {
        var outsider = ServerErrors.NoPermission("no group owner or admin");
        return groupIDs.Select(groupID => permission.MustLead(caller, groupID, outsider))
            .FirstOrDefault(refusal => refusal is not null);
    }

    private HashSet<string> LedBy(string userID) => groups.JoinedGroups(userID)
        .Select(group => group.GroupID)
        .Where(groupID => groups.FindMember(groupID, userID) is { RoleLevel: >= GroupRole.Admin })
        .ToHashSet(StringComparer.Ordinal);

    private IReadOnlyList<GroupRequest> Of(string groupID, RepeatedField<string> userIDs) => requests.Where(each =>
        each.GroupInfo.GroupID == groupID && userIDs.Contains(each.UserInfo.UserID));

    private static bool Is(GroupRequest request, RepeatedField<int> results) =>
        results.Count == 0 || results.Contains(request.HandleResult);

    private GroupRequest WithGroup(GroupRequest request)
    {
        var shown = request.Clone();
        shown.UserInfo = null;
        shown.GroupInfo = groups.Find(request.GroupInfo.GroupID);
        return shown;
    }

    private GroupRequest WithUser(GroupRequest request)
    {
        var shown = WithGroup(request);
        shown.UserInfo = tips.Public(request.UserInfo.UserID);
        return shown;
    }
}
