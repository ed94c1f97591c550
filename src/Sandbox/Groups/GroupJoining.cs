using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Coming into a group by oneself: at once, or by a request that somebody answers.</summary>
internal sealed class GroupJoining(
    GroupStore groups,
    GroupPermission permission,
    GroupRequestStore requests,
    GroupEntrance entrance,
    GroupConversations conversations,
    GroupApplicationNotices notices,
    UserStore users,
    TimeProvider time)
{
    /// <summary>
    /// Joins, or asks to. Who joins is the field <c>inviterUserID</c>, not the caller: so it is on the real server.
    /// </summary>
    public Answer<JoinGroupResp> Join(Caller caller, JoinGroupReq request)
    {
        if (Malformed(request) is { } malformed)
            return malformed;
        var userID = request.InviterUserID;
        if (users.Find(userID) is null)
            return ServerErrors.RecordNotFound("user not found");
        if (groups.Find(request.GroupID) is not { } group)
            return ServerErrors.RecordNotFound("group not found");
        if (group.Status == GroupStatus.Dismissed)
            return GroupErrors.Dismissed;
        if (groups.FindMember(request.GroupID, userID) is not null)
            return ServerErrors.Arguments();
        if (group.NeedVerification == GroupVerification.Directly)
            return Enter(caller, request.GroupID, userID);
        var asked = new GroupRequest
        {
            UserInfo = new PublicUserInfo { UserID = userID },
            GroupInfo = new GroupInfo { GroupID = request.GroupID },
            ReqMsg = request.ReqMessage,
            ReqTime = time.GetUtcNow().ToUnixTimeMilliseconds(),
            JoinSource = request.JoinSource,
            Ex = request.Ex,
        };
        requests.Put(asked);
        notices.Asked(caller, asked, applicant: userID);
        return new JoinGroupResp();
    }

    /// <summary>
    /// Answers a request that waits. Who was accepted becomes a member: as one who entered, or, if somebody had
    /// proposed him, as one who was invited.
    /// </summary>
    public Answer<GroupApplicationResponseResp> Respond(Caller caller, GroupApplicationResponseReq request)
    {
        if (request.GroupID.Length == 0 || request.FromUserID.Length == 0)
            return ServerErrors.Arguments("groupID or fromUserID is empty");
        if (request.HandleResult is not (GroupRequestResult.Accepted or GroupRequestResult.Refused))
            return ServerErrors.Arguments("HandleResult unknown");
        if (permission.MustLead(caller, request.GroupID, outsider: ServerErrors.RecordNotFound()) is { } refused)
            return refused;
        // Of a dismissed group, which only an administrator of the server can still answer for, nobody becomes a member.
        if (groups.Find(request.GroupID) is null)
            return ServerErrors.RecordNotFound("group not found");
        if (requests.Find(request.GroupID, request.FromUserID) is null)
            return ServerErrors.RecordNotFound();
        if (requests.Answer(request.GroupID, request.FromUserID, request.HandleResult) is not { } answered)
            return GroupErrors.RequestHandled;
        if (request.HandleResult == GroupRequestResult.Accepted)
            Accept(caller, answered, request.HandledMsg);
        else
            notices.Rejected(caller, answered, request.HandledMsg);
        return new GroupApplicationResponseResp();
    }

    private static ServerError? Malformed(JoinGroupReq request)
    {
        if (request.GroupID.Length == 0)
            return ServerErrors.Arguments("groupID is empty");
        if (request.JoinSource is < JoinSource.Admin or > JoinSource.QrCode)
            return ServerErrors.Arguments("joinSource is invalid");
        return request is { JoinSource: JoinSource.Invitation, InviterUserID.Length: 0 }
            ? ServerErrors.Arguments("inviterUserID is empty")
            : null;
    }

    // How he came is not noted, and he counts as his own inviter.
    private Answer<JoinGroupResp> Enter(Caller caller, string groupID, string userID)
    {
        var member = entrance.NewMember(caller, groupID, userID, joinSource: 0, inviterUserID: userID);
        if (entrance.TryAdd(groupID, [member]) is not { } version)
            return ServerErrors.Arguments();
        conversations.KeepOpen(caller, groupID, userID);
        entrance.TellEntered(caller, member, version);
        return new JoinGroupResp();
    }

    private void Accept(Caller caller, GroupRequest request, string handledMsg)
    {
        var groupID = request.GroupInfo.GroupID;
        var member = entrance.NewMember(
            caller, groupID, request.UserInfo.UserID, request.JoinSource, request.InviterUserID);
        // Who has come in otherwise meanwhile stays as he is; the request is answered all the same, even if the group
        // was dismissed.
        var version = entrance.TryAdd(groupID, [member]);
        notices.Accepted(caller, request, handledMsg);
        if (version is not { } since)
            return;
        if (request.InviterUserID.Length == 0)
            entrance.TellEntered(caller, member, since);
        else
            entrance.TellInvited(caller, [member], request.InviterUserID, since);
        conversations.KeepOpen(caller, groupID, member.UserID);
    }
}
