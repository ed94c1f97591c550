using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Inviting others into a group.</summary>
internal sealed class GroupInvitation(
    GroupStore groups,
    GroupPermission permission,
    GroupRequestStore requests,
    GroupEntrance entrance,
    GroupConversations conversations,
    GroupApplicationNotices notices,
    UserStore users,
    TimeProvider time)
{
    private const int MaxInvited = 1000;

    // So many come in, and are told of, at once.
    private const int Batch = 50;

    /// <summary>
    /// Brings users in, or, where an ordinary member may not, proposes them. One who is a member already spoils his
    /// batch, and what comes after it.
    /// </summary>
    public Answer<InviteUserToGroupResp> Invite(Caller caller, InviteUserToGroupReq request)
    {
        if (Malformed(request) is { } malformed)
            return malformed;
        if (groups.Find(request.GroupID) is not { } group)
            return ServerErrors.RecordNotFound("group not found");
        if (group.Status == GroupStatus.Dismissed)
            return GroupErrors.Dismissed;
        if (permission.MustBeMember(caller, request.GroupID) is { } foreign)
            return foreign;
        if (request.InvitedUserIDs.Any(userID => users.Find(userID) is null))
            return ServerErrors.RecordNotFound("user not found");
        if (group.NeedVerification == GroupVerification.AllNeedApproval
            && permission.MustLead(caller, request.GroupID, ServerErrors.NoPermission()) is not null)
            return Propose(caller, request);
        bool? hasChatCopy = request.HasSendMessage ? request.SendMessage : null;
        foreach (var batch in request.InvitedUserIDs.Chunk(Batch))
        {
            GroupMemberFullInfo[] members = Array.ConvertAll(
                batch,
                userID => entrance.NewMember(
                    caller, request.GroupID, userID, JoinSource.Invitation, inviterUserID: caller.UserID));
            if (entrance.TryAdd(request.GroupID, members) is not { } version)
                return ServerErrors.Internal("duplicate key");
            entrance.TellInvited(caller, members, caller.UserID, version, hasChatCopy);
        }
        conversations.KeepOpen(caller, request.GroupID, request.InvitedUserIDs);
        return new InviteUserToGroupResp();
    }

    private static ServerError? Malformed(InviteUserToGroupReq request)
    {
        if (request.GroupID.Length == 0)
            return ServerErrors.Arguments("groupID is empty");
        if (request.InvitedUserIDs.Count is 0 or > MaxInvited)
            return ServerErrors.Arguments("invitedUserIDs is empty or too long");
        return request.InvitedUserIDs.Distinct(StringComparer.Ordinal).Count() < request.InvitedUserIDs.Count
            ? ServerErrors.Arguments("userID duplicate")
            : null;
    }

    private InviteUserToGroupResp Propose(Caller caller, InviteUserToGroupReq request)
    {
        var proposed = request.InvitedUserIDs
            .Select(userID => new GroupRequest
            {
                UserInfo = new PublicUserInfo { UserID = userID },
                GroupInfo = new GroupInfo { GroupID = request.GroupID },
                ReqTime = time.GetUtcNow().ToUnixTimeMilliseconds(),
                JoinSource = JoinSource.Invitation,
                InviterUserID = caller.UserID,
            })
            .ToList();
        foreach (var each in proposed)
            requests.Put(each);
        foreach (var each in proposed)
            notices.Asked(caller, each, applicant: caller.UserID);
        return new InviteUserToGroupResp();
    }
}
