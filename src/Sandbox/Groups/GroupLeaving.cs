using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Leaving a group, and being made to.</summary>
internal sealed class GroupLeaving(
    GroupStore groups, GroupConversations conversations, GroupTips tips, NotificationSender notifications)
{
    private const int MaxKicked = 1000;

    /// <summary>Takes one member out who wants to; the owner cannot.</summary>
    public Answer<QuitGroupResp> Quit(Caller caller, QuitGroupReq request)
    {
        if (request.GroupID.Length == 0)
            return ServerErrors.Arguments("groupID is empty");
        var userID = request.UserID.Length > 0 ? request.UserID : caller.UserID;
        if (caller.MustBe(userID) is { } foreign)
            return foreign;
        if (groups.FindMember(request.GroupID, userID) is not { } member)
            return ServerErrors.RecordNotFound();
        if (member.RoleLevel == GroupRole.Owner)
            return ServerErrors.NoPermission("group owner can't quit");
        if (groups.RemoveMembers(request.GroupID, [userID]) is not { } version)
            return ServerErrors.RecordNotFound();
        Tell(caller, ContentType.MemberQuit, request.GroupID, hasChatCopy: null, [userID], new MemberQuitTips
        {
            Group = groups.Find(request.GroupID),
            QuitUser = tips.WithProfile(member),
            GroupMemberVersion = version.Version,
            GroupMemberVersionID = version.ID,
        });
        return new QuitGroupResp();
    }

    /// <summary>Removes members: the owner all others, administrators those who are none.</summary>
    public Answer<KickGroupMemberResp> Kick(Caller caller, KickGroupMemberReq request)
    {
        if (request.GroupID.Length == 0)
            return ServerErrors.Arguments("groupID is empty");
        if (request.KickedUserIDs.Count is 0 or > MaxKicked)
            return ServerErrors.Arguments("kickUserIDs is empty or too long");
        if (groups.Find(request.GroupID) is null)
            return ServerErrors.RecordNotFound("group not found");
        if (RefusalOf(caller, request) is { } refused)
            return refused;
        GroupMemberFullInfo[] kicked = [.. tips.Members(request.GroupID, request.KickedUserIDs)];
        if (groups.RemoveMembers(request.GroupID, request.KickedUserIDs) is not { } version)
            return GroupErrors.UserNotFound(request.KickedUserIDs[0]);
        bool? hasChatCopy = request.HasSendMessage ? request.SendMessage : null;
        Tell(caller, ContentType.MemberKicked, request.GroupID, hasChatCopy, request.KickedUserIDs, new MemberKickedTips
        {
            Group = groups.Find(request.GroupID),
            OpUser = tips.Operator(caller, request.GroupID),
            KickedUserList = { kicked },
            GroupMemberVersion = version.Version,
            GroupMemberVersionID = version.ID,
        });
        return new KickGroupMemberResp();
    }

    private ServerError? RefusalOf(Caller caller, KickGroupMemberReq request)
    {
        var kicked = request.KickedUserIDs;
        if (kicked.Distinct(StringComparer.Ordinal).Count() < kicked.Count)
            return ServerErrors.Arguments("KickedUserIDs duplicate");
        if (kicked.Contains(caller.UserID))
            return ServerErrors.Arguments("opUserID in KickedUserIDs");
        // A group that was dismissed has none.
        if (groups.Find(request.GroupID) is not { OwnerUserID: { Length: > 0 } owner })
            return ServerErrors.RecordNotFound("owner not found");
        if (kicked.Contains(owner))
            return ServerErrors.Arguments("ownerUID can not Kick");
        var own = groups.FindMember(request.GroupID, caller.UserID)?.RoleLevel;
        foreach (var userID in kicked)
        {
            if (groups.FindMember(request.GroupID, userID) is not { } member)
                return GroupErrors.UserNotFound(userID);
            if (!caller.IsAdmin && !MayKick(own, member))
                return ServerErrors.NoPermission(own is null ? "opUserID no in group" : "opUserID no permission");
        }
        return null;
    }

    private static bool MayKick(int? ownRole, GroupMemberFullInfo member) => ownRole switch
    {
        GroupRole.Owner => true,
        GroupRole.Admin => member.RoleLevel < GroupRole.Admin,
        _ => false,
    };

    private void Tell(
        Caller caller,
        int contentType,
        string groupID,
        bool? hasChatCopy,
        IReadOnlyCollection<string> left,
        Google.Protobuf.IMessage about)
    {
        // The rows are frozen by the call itself and with each form in which it is told: three times in all, with a line
        // of the chat, which is the last that they see.
        notifications.ToGroup(caller.OperationID, contentType, caller.UserID, groupID, about, hasChatCopy, left);
        conversations.Freeze(caller, groupID, left);
        conversations.FreezeWithPush(caller.OperationID, groupID, left);
        if (hasChatCopy ?? NotificationKinds.Of(contentType).HasChatCopy)
            conversations.FreezeWithPush(caller.OperationID, groupID, left);
    }
}
