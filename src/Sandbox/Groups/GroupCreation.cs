using System.Security.Cryptography;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Making groups.</summary>
internal sealed class GroupCreation(
    GroupStore groups, GroupTips tips, UserStore users, NotificationSender notifications, TimeProvider time)
{
    private const int WorkingGroup = 2;
    private const int MaxMembers = 1000;

    /// <summary>
    /// Makes a group with its owner, administrators and members, who are not asked. An administrator of the server who
    /// makes it for others becomes no member, but is counted in the answer.
    /// </summary>
    public Answer<CreateGroupResp> Create(Caller caller, CreateGroupReq request)
    {
        if (Malformed(request) is { } malformed)
            return malformed;
        if (caller.MustBe(request.OwnerUserID) is { } foreign)
            return foreign;
        List<string> memberIDs = [request.OwnerUserID, .. request.AdminUserIDs, .. request.MemberUserIDs];
        HashSet<string> concerned = new(memberIDs, StringComparer.Ordinal);
        if (concerned.Count < memberIDs.Count)
            return ServerErrors.Arguments("group member repeated");
        concerned.Add(caller.UserID);
        if (concerned.Any(userID => users.Find(userID) is null))
            return GroupErrors.UserNotFound("user not found");
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var row = RowOf(request.GroupInfo, now);
        List<GroupMemberFullInfo> members =
            [.. memberIDs.Select((userID, i) => MemberOf(caller, row.GroupID, userID, RoleOf(request, i), now))];
        if (groups.TryCreate(row, members) is not { } version)
            return GroupErrors.AlreadyExists;
        var shown = groups.Find(row.GroupID)!.Clone();
        shown.MemberCount = (uint)concerned.Count;
        Tell(caller, request, shown, members, version);
        return new CreateGroupResp { GroupInfo = shown };
    }

    private static ServerError? Malformed(CreateGroupReq request)
    {
        if (request.GroupInfo is not { } group)
            return ServerErrors.Arguments("groupInfo is empty");
        if (request.MemberUserIDs.Count > MaxMembers)
            return ServerErrors.Arguments("too many members");
        if (group.GroupType != WorkingGroup)
            return ServerErrors.Arguments("group type only supports 2");
        return request.OwnerUserID.Length == 0 ? ServerErrors.Arguments("no group owner") : null;
    }

    // What the server itself decides is not taken from the request: times, state, what is computed.
    private GroupInfo RowOf(GroupInfo asked, long now)
    {
        var row = asked.Clone();
        row.GroupID = asked.GroupID.Length > 0 ? asked.GroupID : NewID();
        row.CreateTime = now;
        row.Status = GroupStatus.Normal;
        row.NotificationUpdateTime = 0;
        row.NotificationUserID = "";
        row.OwnerUserID = "";
        row.MemberCount = 0;
        return row;
    }

    // As the real server: a number of 32 bits.
    private string NewID()
    {
        while (true)
        {
            var id = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)))
                .ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (groups.Find(id) is null)
                return id;
        }
    }

    // Positions as in the list of all members: the owner, administrators, members.
    private static int RoleOf(CreateGroupReq request, int position) =>
        position == 0 ? GroupRole.Owner
        : position <= request.AdminUserIDs.Count ? GroupRole.Admin
        : GroupRole.Member;

    private static GroupMemberFullInfo MemberOf(Caller caller, string groupID, string userID, int role, long now) =>
        new()
        {
            GroupID = groupID,
            UserID = userID,
            RoleLevel = role,
            JoinTime = now,
            JoinSource = JoinSource.Invitation,
            OperatorUserID = caller.UserID,
            InviterUserID = caller.UserID,
        };

    private void Tell(
        Caller caller, CreateGroupReq request, GroupInfo group, List<GroupMemberFullInfo> members, VersionStamp version)
    {
        var made = new GroupCreatedTips
        {
            Group = group,
            OpUser = tips.Operator(caller, group.GroupID),
            OperationTime = group.CreateTime,
            GroupOwnerUser = WithUser(members[0], withName: false),
            GroupMemberVersion = version.Version,
            GroupMemberVersionID = version.ID,
        };
        // The list ends at the one who made the group, without pictures: so it is on the real server.
        var last = members.FindIndex(member => member.UserID == caller.UserID);
        made.MemberList.Add(
            members.Take(last < 0 ? members.Count : last + 1).Select(member => WithUser(member, withName: true)));
        notifications.ToGroup(
            caller.OperationID, ContentType.GroupCreated, caller.UserID, group.GroupID, made, Copied(request));
        if (group.Notification.Length > 0)
            notifications.ToGroup(
                caller.OperationID,
                ContentType.GroupInfoSetAnnouncement,
                caller.UserID,
                group.GroupID,
                new GroupInfoSetAnnouncementTips
                {
                    Group = group,
                    OpUser = made.OpUser,
                    GroupMemberVersion = version.Version,
                    GroupMemberVersionID = version.ID,
                },
                profile: users.Find(caller.UserID));
    }

    private static bool? Copied(CreateGroupReq request) => request.HasSendMessage ? request.SendMessage : null;

    private GroupMemberFullInfo WithUser(GroupMemberFullInfo member, bool withName)
    {
        var user = users.Find(member.UserID);
        var shown = member.Clone();
        shown.AppMangerLevel = user?.AppMangerLevel ?? 0;
        if (withName)
            shown.Nickname = user?.Nickname ?? "";
        return shown;
    }
}
