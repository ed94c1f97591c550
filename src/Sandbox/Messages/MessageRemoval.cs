using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Deleting messages and clearing conversations, for the caller alone, for all of his devices, or for everybody.
/// </summary>
internal sealed class MessageRemoval(
    MessageLogs logs, ConversationStore conversations, ConversationChanges changes, NotificationSender notifications)
{
    public Answer<DeleteMsgsResp> Delete(Caller caller, DeleteMsgsReq request)
    {
        if (request.ConversationID.Length == 0)
            return ServerErrors.Arguments("conversationID is empty");
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (request.Seqs.Count == 0)
            return ServerErrors.Arguments("seqs is empty");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var tips = new DeleteMsgsTips
        {
            UserID = request.UserID,
            ConversationID = request.ConversationID,
            Seqs = { request.Seqs },
        };
        var log = logs.Find(request.ConversationID);
        if (request.DeleteSyncOpt is { IsSyncOther: true })
        {
            if (conversations.Find(request.UserID, request.ConversationID) is not { } row)
                return ServerErrors.RecordNotFound("conversation not found");
            log?.Remove(request.Seqs);
            Tell(caller, ContentType.MessagesDeleted, request.UserID, row, tips);
            return new DeleteMsgsResp();
        }
        log?.Delete(request.UserID, request.Seqs);
        if (request.DeleteSyncOpt is { IsSyncSelf: true })
            notifications.ToUser(
                caller.OperationID, ContentType.MessagesDeleted, request.UserID, request.UserID, tips);
        return new DeleteMsgsResp();
    }

    public Answer<ClearConversationsMsgResp> Clear(Caller caller, ClearConversationsMsgReq request)
    {
        if (request.ConversationIDs.Count == 0)
            return ServerErrors.Arguments("conversationIDs is empty");
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var rows = conversations.Of(request.UserID).Find(request.ConversationIDs);
        Clear(caller, request.UserID, rows, request.DeleteSyncOpt);
        return new ClearConversationsMsgResp();
    }

    public Answer<UserClearAllMsgResp> ClearAll(Caller caller, UserClearAllMsgReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        Clear(caller, request.UserID, conversations.Of(request.UserID).All(), request.DeleteSyncOpt);
        return new UserClearAllMsgResp();
    }

    /// <summary>Removes messages for everybody without telling anybody.</summary>
    public Answer<DeleteMsgPhysicalBySeqResp> RemoveSilently(Caller caller, DeleteMsgPhysicalBySeqReq request)
    {
        if (caller.MustBeAdmin() is { } refused)
            return refused;
        logs.Find(request.ConversationID)?.Remove(request.Seqs);
        return new DeleteMsgPhysicalBySeqResp();
    }

    /// <summary>Removes what conversations have from before a time (in seconds), without telling anybody.</summary>
    public Answer<DeleteMsgPhysicalResp> RemoveOlder(Caller caller, DeleteMsgPhysicalReq request)
    {
        if (request.ConversationIDs.Count == 0)
            return ServerErrors.Arguments("conversationIDs is empty");
        if (caller.MustBeAdmin() is { } refused)
            return refused;
        var sendTime = Math.Clamp(request.Timestamp, 0, long.MaxValue / 1000) * 1000;
        foreach (var conversationID in request.ConversationIDs)
            logs.Find(conversationID)?.RemoveOlderThan(sendTime);
        return new DeleteMsgPhysicalResp();
    }

    private void Clear(Caller caller, string userID, List<ConversationRow> rows, DeleteSyncOpt? sync)
    {
        foreach (var row in rows)
        {
            var log = logs.Of(row.ConversationID);
            if (sync is { IsSyncOther: true })
            {
                log.ClearForAll(userID);
                Tell(caller, ContentType.ConversationCleared, userID, row, TipsOf([row]));
                continue;
            }
            var oldest = log.ClearFor(userID);
            conversations.Of(userID).Change(row.ConversationID, settings => settings with { MinSeq = oldest });
            changes.TellChanged(caller.OperationID, userID, row.ConversationID);
        }
        if (sync is { IsSyncSelf: true, IsSyncOther: false })
            notifications.ToUser(caller.OperationID, ContentType.ConversationCleared, userID, userID, TipsOf(rows));

        ClearConversationTips TipsOf(List<ConversationRow> cleared) =>
            new() { UserID = userID, ConversationIDs = { cleared.Select(row => row.ConversationID) } };
    }

    private void Tell(Caller caller, int contentType, string userID, ConversationRow row, Google.Protobuf.IMessage tips)
    {
        if (row.ConversationType == SessionType.Group)
            notifications.ToGroup(caller.OperationID, contentType, userID, row.GroupID, tips);
        else
            notifications.ToUser(caller.OperationID, contentType, userID, row.UserID, tips, row.ConversationType);
    }
}
