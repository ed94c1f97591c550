using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Silencing a group, or one of its members for a time.</summary>
internal sealed class GroupMuting(
    GroupStore groups,
    GroupPermission permission,
    GroupTips tips,
    NotificationSender notifications,
    TimeProvider time)
{
    public Answer<MuteGroupResp> MuteGroup(Caller caller, MuteGroupReq request) =>
        SetStatus(caller, request.GroupID, GroupStatus.Muted) is { } refused ? refused : new MuteGroupResp();

    public Answer<CancelMuteGroupResp> CancelMuteGroup(Caller caller, CancelMuteGroupReq request) =>
        SetStatus(caller, request.GroupID, GroupStatus.Normal) is { } refused ? refused : new CancelMuteGroupResp();

    public Answer<MuteGroupMemberResp> MuteMember(Caller caller, MuteGroupMemberReq request)
    {
        if (request.GroupID.Length == 0)
            return ServerErrors.Arguments("groupID is empty");
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (request.MutedSeconds == 0)
            return ServerErrors.Arguments("mutedSeconds is empty");
        var muteEndTime = time.GetUtcNow().AddSeconds(request.MutedSeconds).ToUnixTimeMilliseconds();
        var version = SetMuteEndTime(caller, request.GroupID, request.UserID, muteEndTime);
        if (!version.IsOk)
            return version.Error;
        var muted = new GroupMemberMutedTips
        {
            Group = groups.Find(request.GroupID),
            OpUser = tips.Operator(caller, request.GroupID),
            MutedUser = tips.Members(request.GroupID, [request.UserID]).FirstOrDefault(),
            MutedSeconds = request.MutedSeconds,
            GroupMemberVersion = version.Value.Version,
            GroupMemberVersionID = version.Value.ID,
        };
        notifications.ToGroup(
            caller.OperationID, ContentType.GroupMemberMuted, caller.UserID, request.GroupID, muted);
        return new MuteGroupMemberResp();
    }

    public Answer<CancelMuteGroupMemberResp> CancelMuteMember(Caller caller, CancelMuteGroupMemberReq request)
    {
        if (request.GroupID.Length == 0)
            return ServerErrors.Arguments("groupID is empty");
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        var version = SetMuteEndTime(caller, request.GroupID, request.UserID, muteEndTime: 0);
        if (!version.IsOk)
            return version.Error;
        var unmuted = new GroupMemberCancelMutedTips
        {
            Group = groups.Find(request.GroupID),
            OpUser = tips.Operator(caller, request.GroupID),
            MutedUser = tips.Members(request.GroupID, [request.UserID]).FirstOrDefault(),
            GroupMemberVersion = version.Value.Version,
            GroupMemberVersionID = version.Value.ID,
        };
        notifications.ToGroup(
            caller.OperationID, ContentType.GroupMemberCancelMuted, caller.UserID, request.GroupID, unmuted);
        return new CancelMuteGroupMemberResp();
    }

    private ServerError? SetStatus(Caller caller, string groupID, int status)
    {
        if (groupID.Length == 0)
            return ServerErrors.Arguments("groupID is empty");
        var outsider = ServerErrors.NoPermission("op user not in group");
        if (permission.MustLead(caller, groupID, outsider) is { } refused)
            return refused;
        if (groups.Find(groupID) is null)
            return ServerErrors.RecordNotFound();
        if (groups.Update(groupID, row => row.Status = status) is not { } version)
            return MessageErrors.DismissedAlready;
        TellStatus(caller, groupID, status == GroupStatus.Muted, version);
        return null;
    }

    private void TellStatus(Caller caller, string groupID, bool isMuted, VersionStamp version)
    {
        var group = groups.Find(groupID);
        var opUser = tips.Operator(caller, groupID);
        if (isMuted)
            notifications.ToGroup(
                caller.OperationID, ContentType.GroupMuted, caller.UserID, groupID, new GroupMutedTips
                {
                    Group = group,
                    OpUser = opUser,
                    GroupMemberVersion = version.Version,
                    GroupMemberVersionID = version.ID,
                });
        else
            notifications.ToGroup(
                caller.OperationID, ContentType.GroupCancelMuted, caller.UserID, groupID, new GroupCancelMutedTips
                {
                    Group = group,
                    OpUser = opUser,
                    GroupMemberVersion = version.Version,
                    GroupMemberVersionID = version.ID,
                });
    }

    private Answer<VersionStamp> SetMuteEndTime(Caller caller, string groupID, string userID, long muteEndTime)
    {
        if (groups.FindMember(groupID, userID) is not { } member)
            return ServerErrors.RecordNotFound("no member of the group");
        if (!caller.IsAdmin && MemberRefusal(caller, member) is { } refused)
            return refused;
        return groups.UpdateMembers(groupID, [userID], row => row.MuteEndTime = muteEndTime) is { } version
            ? version
            : ServerErrors.RecordNotFound("no member of the group");
    }

    /// <summary>Nobody mutes the owner, only he mutes administrators, and ordinary members mute nobody.</summary>
    private ServerError? MemberRefusal(Caller caller, GroupMemberFullInfo member)
    {
        if (member.RoleLevel == GroupRole.Owner)
            return ServerErrors.NoPermission("set group owner mute");
        if (groups.FindMember(member.GroupID, caller.UserID) is not { } muter)
            return ServerErrors.RecordNotFound("no member of the group");
        if (member.RoleLevel == GroupRole.Admin)
            return muter.RoleLevel == GroupRole.Owner ? null : ServerErrors.NoPermission("set group admin mute");
        return muter.RoleLevel >= GroupRole.Admin ? null : ServerErrors.NoPermission("set group ordinary users mute");
    }
}
