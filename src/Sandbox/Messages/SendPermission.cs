using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Who may send what to whom. The order of the checks is the real server's: it decides which error comes first.
/// </summary>
internal sealed class SendPermission(
    SandboxOptions options,
    UserStore users,
    IRelations relations,
    GroupStore groups,
    ConversationStore conversations,
    TimeProvider time)
{
    private const int NotReceive = 1;
    private const int ReceiveSilently = 2;

    /// <summary>The error that refuses a message, or null. May switch off its offline push.</summary>
    public ServerError? Refusal(MsgData message) => message.SessionType switch
    {
        SessionType.Single => SingleChat(message),
        SessionType.Group => GroupChat(message),
        _ => null,
    };

    private ServerError? SingleChat(MsgData message)
    {
        if (SenderRefusal(message) is { } refused)
            return refused;
        return message.IsNotification() ? null : ReceiverRefusal(message);
    }

    private ServerError? SenderRefusal(MsgData message)
    {
        if (message.SendID == options.AdminUserID || ContentType.IsNotification(message.ContentType))
            return null;
        if (users.Find(message.SendID) is not { } sender)
            return ServerErrors.RecordNotFound("sender not found");
        if (sender.AppMangerLevel >= AppManagerLevel.Admin)
            return null;
        if (relations.IsBlocked(message.RecvID, message.SendID))
            return MessageErrors.BlockedByPeer;
        return options.FriendVerify && relations.FindFriend(message.RecvID, message.SendID) is null
            ? MessageErrors.NotPeersFriend
            : null;
    }

    private ServerError? ReceiverRefusal(MsgData message)
    {
        if (message.RecvID.Length == 0)
            return ServerErrors.Arguments("recvID is empty");
        if (users.Find(message.RecvID) is not { } receiver)
            return ServerErrors.RecordNotFound("userID not found");
        if (receiver.GlobalRecvMsgOpt == NotReceive)
            return MessageErrors.NotSent;
        // Silently for all: then the conversation's own option is not looked at, whatever it is.
        if (receiver.GlobalRecvMsgOpt == ReceiveSilently)
        {
            message.Options[MessageOption.OfflinePush] = false;
            return null;
        }
        var row = conversations.Find(
            message.RecvID, ConversationID.OfSingleChat(message.SendID, message.RecvID));
        var opt = row?.Settings.RecvMsgOpt ?? 0;
        if (opt == NotReceive && message.ContentType != ContentType.HasRead)
            return MessageErrors.NotSent;
        if (opt == ReceiveSilently)
            message.Options[MessageOption.OfflinePush] = false;
        return null;
    }

    private ServerError? GroupChat(MsgData message)
    {
        if (groups.Find(message.GroupID) is not { } group)
            return ServerErrors.RecordNotFound("groupID not found");
        if (group.Status == GroupStatus.Dismissed && message.ContentType != ContentType.GroupDismissed)
            return MessageErrors.DismissedAlready;
        if (message.SendID == options.AdminUserID || ContentType.IsNotification(message.ContentType))
            return null;
        if (groups.FindMember(message.GroupID, message.SendID) is not { } member)
            return ServerErrors.NoPermission("not a member of the group");
        if (member.RoleLevel == GroupRole.Owner)
            return null;
        if (member.MuteEndTime >= time.GetUtcNow().ToUnixTimeMilliseconds())
            return MessageErrors.MutedInGroup;
        return group.Status == GroupStatus.Muted && member.RoleLevel != GroupRole.Admin
            ? MessageErrors.MutedGroup
            : null;
    }
}
