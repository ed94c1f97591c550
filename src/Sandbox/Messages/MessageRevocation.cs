using System.Text.Json;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Taking messages back. The stored message turns into a notice of that (2101) with the same seq, and those concerned
/// are told.
/// </summary>
internal sealed class MessageRevocation(
    MessageLogs logs,
    ConversationStore conversations,
    UserStore users,
    GroupStore groups,
    NotificationSender notifications,
    TimeProvider time)
{
    public Answer<RevokeMsgResp> Revoke(Caller caller, RevokeMsgReq request)
    {
        if (request.ConversationID.Length == 0)
            return ServerErrors.Arguments("conversationID is empty");
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (request.Seq < 1)
            return ServerErrors.Arguments("seq is invalid");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        if (users.Find(request.UserID) is not { } revoker)
            return ServerErrors.RecordNotFound("userID not found");
        if (Visible(request) is not { } log)
            return ServerErrors.RecordNotFound("msg not found");
        // As it is stored, not as somebody who deleted it for himself sees it.
        var message = log.Read("", [request.Seq])[0];
        // Nothing is left of it to take back. An administrator is told that it is gone, as it is.
        if (message.SessionType == 0)
            return caller.IsAdmin ? new RevokeMsgResp() : ServerErrors.Internal("the message was removed");
        if (message.ContentType == ContentType.Revoked)
            return MessageErrors.AlreadyRevoked;
        var role = caller.IsAdmin ? 0 : RoleOf(caller, revoker, message);
        if (!role.IsOk)
            return role.Error;
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        log.Replace(Revoked(message, revoker, role.Value, now));
        Tell(caller, request, message, now);
        return new RevokeMsgResp();
    }

    private MessageLog? Visible(RevokeMsgReq request)
    {
        var newest = conversations.Find(request.UserID, request.ConversationID)?.Settings.MaxSeq ?? 0;
        var log = logs.Find(request.ConversationID);
        return log?.BoundsOf(request.UserID, newest).Contains(request.Seq) ?? false ? log : null;
    }

    /// <summary>The role in which somebody takes a message back, or why he may not.</summary>
    private Answer<int> RoleOf(Caller caller, UserInfo revoker, MsgData message)
    {
        if (message.SessionType == SessionType.Single)
            return caller.MustBe(message.SendID) is { } foreign ? foreign : revoker.AppMangerLevel;
        if (message.SessionType != SessionType.Group)
            return ServerErrors.Internal("msg sessionType not supported");
        var own = groups.FindMember(message.GroupID, revoker.UserID);
        var writer = groups.FindMember(message.GroupID, message.SendID);
        var allowed = revoker.UserID == message.SendID || own?.RoleLevel switch
        {
            GroupRole.Owner => true,
            GroupRole.Admin => writer is null or { RoleLevel: GroupRole.Member },
            _ => false,
        };
        return allowed ? own?.RoleLevel ?? 0 : ServerErrors.NoPermission("no permission");
    }

    private static MsgData Revoked(MsgData message, UserInfo revoker, int role, long now)
    {
        var notice = new MessageRevokedContent
        {
            RevokerID = revoker.UserID,
            RevokerRole = role,
            RevokerNickname = revoker.Nickname,
            RevokeTime = now,
            ClientMsgID = message.ClientMsgID,
            SourceMessageSendTime = message.SendTime,
            SourceMessageSendID = message.SendID,
            SourceMessageSenderNickname = message.SenderNickname,
            SessionType = message.SessionType,
            Seq = message.Seq,
            Ex = message.Ex,
        };
        var revoked = message.Clone();
        revoked.ContentType = ContentType.Revoked;
        revoked.Content = NotificationContent.Of(JsonSerializer.Serialize(notice, OpenImJson.Options));
        return revoked;
    }

    private void Tell(Caller caller, RevokeMsgReq request, MsgData message, long now)
    {
        var tips = new RevokeMsgTips
        {
            RevokerUserID = caller.UserID,
            ClientMsgID = message.ClientMsgID,
            RevokeTime = now,
            SesstionType = message.SessionType,
            Seq = message.Seq,
            ConversationID = request.ConversationID,
            IsAdminRevoke = caller.IsAdmin,
        };
        // Like the real server: the one for whom it is taken back is the sender, also when an administrator does it.
        if (message.SessionType == SessionType.Group)
            notifications.ToGroup(caller.OperationID, ContentType.Revoked, request.UserID, message.GroupID, tips);
        else
            notifications.ToUser(
                caller.OperationID, ContentType.Revoked, request.UserID, message.RecvID, tips, message.SessionType);
    }
}
