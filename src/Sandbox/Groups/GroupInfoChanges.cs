using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Changing what a group says of itself, and telling its members: 1519 of a new notification text, 1520 of a new name,
/// 1502 of everything else, in this order.
/// </summary>
internal sealed class GroupInfoChanges(
    GroupStore groups,
    GroupPermission permission,
    GroupTips tips,
    UserStore users,
    ConversationChanges conversations,
    NotificationSender notifications,
    TimeProvider time)
{
    // What a conversation shows when its group has a new notification text.
    private const int GroupNotification = 4;

    /// <summary>The older form: an empty text leaves the field as it is.</summary>
    public Answer<SetGroupInfoResp> Set(Caller caller, SetGroupInfoReq request)
    {
        if (request.GroupInfoForSet is not { GroupID.Length: > 0 } asked)
            return ServerErrors.Arguments("groupID is empty");
        var change = new SetGroupInfoExReq
        {
            GroupID = asked.GroupID,
            GroupName = Given(asked.GroupName),
            Notification = Given(asked.Notification),
            Introduction = Given(asked.Introduction),
            FaceURL = Given(asked.FaceURL),
            Ex = asked.Ex,
            NeedVerification = asked.NeedVerification,
            LookMemberInfo = asked.LookMemberInfo,
            ApplyMemberFriend = asked.ApplyMemberFriend,
        };
        return Change(caller, change) is { } refused ? refused : new SetGroupInfoResp();
    }

    /// <summary>
    /// The newer form: what is there is stored, empty or not; of a notification text without the blanks around it.
    /// </summary>
    public Answer<SetGroupInfoExResp> SetEx(Caller caller, SetGroupInfoExReq request)
    {
        request.Notification = request.Notification?.Trim();
        return Change(caller, request) is { } refused ? refused : new SetGroupInfoExResp();
    }

    private static string? Given(string text) => text.Length > 0 ? text : null;

    private ServerError? Change(Caller caller, SetGroupInfoExReq change)
    {
        if (permission.MustLead(caller, change.GroupID, outsider: ServerErrors.RecordNotFound()) is { } refused)
            return refused;
        if (groups.Find(change.GroupID) is not { } group)
            return ServerErrors.RecordNotFound();
        if (group.Status == GroupStatus.Dismissed)
            return MessageErrors.DismissedAlready;
        // A blank name was meant to be refused; instead the call changes nothing, and says that it went well.
        if (change.GroupName is { } name && string.IsNullOrWhiteSpace(name))
            return null;
        var changesMore = ChangesMore(change);
        if (change.GroupName is null && change.Notification is null && !changesMore)
            return null;
        if (groups.Update(change.GroupID, row => Apply(change, row, caller)) is not { } version)
            return MessageErrors.DismissedAlready;
        Tell(caller, change, changesMore, version);
        return null;
    }

    private static bool ChangesMore(SetGroupInfoExReq change) =>
        change.Introduction is not null || change.FaceURL is not null || change.Ex is not null
        || change.NeedVerification is not null || change.LookMemberInfo is not null
        || change.ApplyMemberFriend is not null;

    private void Apply(SetGroupInfoExReq change, GroupInfo row, Caller caller)
    {
        row.GroupName = change.GroupName ?? row.GroupName;
        row.Introduction = change.Introduction ?? row.Introduction;
        row.FaceURL = change.FaceURL ?? row.FaceURL;
        row.Ex = change.Ex ?? row.Ex;
        row.NeedVerification = change.NeedVerification ?? row.NeedVerification;
        row.LookMemberInfo = change.LookMemberInfo ?? row.LookMemberInfo;
        row.ApplyMemberFriend = change.ApplyMemberFriend ?? row.ApplyMemberFriend;
        if (change.Notification is null)
            return;
        row.Notification = change.Notification;
        row.NotificationUpdateTime = time.GetUtcNow().ToUnixTimeMilliseconds();
        row.NotificationUserID = caller.UserID;
    }

    private void Tell(Caller caller, SetGroupInfoExReq change, bool changesMore, VersionStamp version)
    {
        var groupID = change.GroupID;
        var group = groups.Find(groupID);
        var opUser = tips.Operator(caller, groupID);
        var profile = users.Find(caller.UserID);
        if (change.Notification is { } text)
        {
            if (text.Length > 0)
                MarkConversations(caller, groupID);
            var announced = new GroupInfoSetAnnouncementTips
            {
                Group = group,
                OpUser = opUser,
                GroupMemberVersion = version.Version,
                GroupMemberVersionID = version.ID,
            };
            notifications.ToGroup(
                caller.OperationID,
                ContentType.GroupInfoSetAnnouncement,
                caller.UserID,
                groupID,
                announced,
                hasChatCopy: text.Length > 0,
                profile: profile);
        }
        if (change.GroupName is not null)
        {
            var renamed = new GroupInfoSetNameTips
            {
                Group = group,
                OpUser = opUser,
                GroupMemberVersion = version.Version,
                GroupMemberVersionID = version.ID,
            };
            notifications.ToGroup(
                caller.OperationID, ContentType.GroupInfoSetName, caller.UserID, groupID, renamed);
        }
        if (changesMore)
        {
            var changed = new GroupInfoSetTips
            {
                Group = group,
                OpUser = opUser,
                GroupMemberVersion = version.Version,
                GroupMemberVersionID = version.ID,
            };
            notifications.ToGroup(
                caller.OperationID, ContentType.GroupInfoSet, caller.UserID, groupID, changed, profile: profile);
        }
    }

    /// <summary>
    /// Shows in everybody's conversation that there is something to read. The real server does it as the caller, who may
    /// only set his own rows: unless he is an administrator of the server (or alone) nothing comes of it, and nobody is
    /// told.
    /// </summary>
    private void MarkConversations(Caller caller, string groupID) =>
        conversations.Set(caller, new SetConversationsReq
        {
            UserIDs = { groups.MemberIDs(groupID) },
            Conversation = new ConversationReq
            {
                ConversationID = ConversationID.OfGroup(groupID),
                ConversationType = SessionType.Group,
                GroupID = groupID,
                GroupAtType = GroupNotification,
            },
        });
}
