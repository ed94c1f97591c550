using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>What only the owner of a group or an administrator of the server can do: hand it over, dismiss it.</summary>
internal sealed class GroupOwnership(
    GroupStore groups, GroupMuting muting, GroupTips tips, NotificationSender notifications, TimeProvider time)
{
    /// <summary>
    /// Makes another member the owner; the old owner gets the role that he had. One who was muted is not any more.
    /// </summary>
    public Answer<TransferGroupOwnerResp> Transfer(Caller caller, TransferGroupOwnerReq request)
    {
        if (request.GroupID.Length == 0 || request.OldOwnerUserID.Length == 0 || request.NewOwnerUserID.Length == 0)
            return ServerErrors.Arguments("groupID, oldOwnerUserID or newOwnerUserID is empty");
        var (groupID, oldOwner, newOwner) = (request.GroupID, request.OldOwnerUserID, request.NewOwnerUserID);
        if (groups.Find(groupID) is not { } group)
            return ServerErrors.RecordNotFound("group not found");
        if (group.Status == GroupStatus.Dismissed)
            return GroupErrors.Dismissed;
        if (oldOwner == newOwner)
            return ServerErrors.Arguments("OldOwnerUserID == NewOwnerUserID");
        if (groups.FindMember(groupID, oldOwner) is null || groups.FindMember(groupID, newOwner) is not { } successor)
            return ServerErrors.Arguments("user not in group");
        if (group.OwnerUserID != oldOwner || caller.MustBe(oldOwner) is not null)
            return ServerErrors.NoPermission("no permission transfer group owner");
        if (successor.MuteEndTime > time.GetUtcNow().ToUnixTimeMilliseconds())
            muting.CancelMuteMember(caller, new CancelMuteGroupMemberReq { GroupID = groupID, UserID = newOwner });
        if (groups.TransferOwner(groupID, oldOwner, newOwner) is not { } version)
            return ServerErrors.NoPermission("no permission transfer group owner");
        notifications.ToGroup(
            caller.OperationID,
            ContentType.GroupOwnerTransferred,
            caller.UserID,
            groupID,
            new GroupOwnerTransferredTips
            {
                Group = groups.Find(groupID),
                OpUser = tips.Operator(caller, groupID),
                NewGroupOwner = tips.Members(groupID, [newOwner]).FirstOrDefault(),
                OldGroupOwnerInfo = tips.Members(groupID, [oldOwner]).FirstOrDefault(),
                GroupMemberVersion = version.Version,
                GroupMemberVersionID = version.ID,
            });
        return new TransferGroupOwnerResp();
    }

    /// <summary>
    /// Ends a group for good: its members are told, then they are none any more. Their conversations stay, without
    /// anything new.
    /// </summary>
    public Answer<DismissGroupResp> Dismiss(Caller caller, DismissGroupReq request)
    {
        if (request.GroupID.Length == 0)
            return ServerErrors.Arguments("groupID is empty");
        // A group that was dismissed has no owner any more.
        if (groups.Find(request.GroupID) is not { OwnerUserID: { Length: > 0 } owner })
            return ServerErrors.RecordNotFound($"group {request.GroupID} owner not found");
        if (caller.MustBe(owner) is not null)
            return ServerErrors.NoPermission("not group owner");
        if (groups.Update(request.GroupID, group => group.Status = GroupStatus.Dismissed) is null)
            return GroupErrors.Dismissed;
        if (!request.DeleteMember)
            notifications.ToGroup(
                caller.OperationID,
                ContentType.GroupDismissed,
                caller.UserID,
                request.GroupID,
                new GroupDismissedTips
                {
                    Group = groups.Find(request.GroupID),
                    OpUser = tips.Operator(caller, request.GroupID),
                },
                request.HasSendMessage ? request.SendMessage : null);
        groups.RemoveAllMembers(request.GroupID);
        return new DismissGroupResp();
    }
}
