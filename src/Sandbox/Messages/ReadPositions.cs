using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>How far users have read, and telling others so (2200).</summary>
internal sealed class ReadPositions(MessageLogs logs, ConversationStore conversations, NotificationSender notifications)
{
    /// <summary>Where the asked conversations stand, or all that the user has a row of (1006).</summary>
    public Answer<GetConversationsHasReadAndMaxSeqResp> Positions(
        Caller caller, GetConversationsHasReadAndMaxSeqReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var list = conversations.Of(request.UserID);
        var answer = new GetConversationsHasReadAndMaxSeqResp();
        IEnumerable<string> asked = request.ConversationIDs.Count > 0
            ? request.ConversationIDs
            : list.All().Select(row => row.ConversationID);
        foreach (var conversationID in asked)
        {
            var newest = list.Find(conversationID)?.Settings.MaxSeq ?? 0;
            var state = logs.StateOf(conversationID, request.UserID).UpTo(newest);
            answer.Seqs[conversationID] = new Upstream.Wire.Seqs
            {
                MaxSeq = state.MaxSeq,
                HasReadSeq = state.HasReadSeq,
                MaxSeqTime = state.MaxSeqTime,
            };
        }
        if (request.ReturnPinned)
            answer.PinnedConversationIDs.Add(
                list.All().Where(row => row.Settings.IsPinned).Select(row => row.ConversationID));
        return answer;
    }

    /// <summary>
    /// Marks a conversation as read up to a seq. In a single chat the other one learns which messages; elsewhere only
    /// the own devices do.
    /// </summary>
    public Answer<MarkConversationAsReadResp> MarkConversation(Caller caller, MarkConversationAsReadReq request)
    {
        if (request.ConversationID.Length == 0)
            return ServerErrors.Arguments("conversationID is empty");
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (request.HasReadSeq < 1)
            return ServerErrors.Arguments("hasReadSeq is invalid");
        if (request.Seqs.Contains(0))
            return ServerErrors.Arguments("seqs has 0 value is invalid");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        if (conversations.Find(request.UserID, request.ConversationID) is not { } row)
            return ServerErrors.RecordNotFound("conversation not found");
        var log = logs.Of(row.ConversationID);
        var tips = new MarkAsReadTips { MarkAsReadUserID = request.UserID, ConversationID = row.ConversationID };
        if (row.ConversationType == SessionType.Single)
        {
            (tips.HasReadSeq, var seqs) = log.MarkReadUpTo(request.UserID, request.HasReadSeq, request.Seqs);
            tips.Seqs.Add(seqs);
            notifications.ToUser(caller.OperationID, ContentType.HasRead, request.UserID, row.Target, tips);
        }
        else
        {
            tips.HasReadSeq = log.MarkRead(request.UserID, request.HasReadSeq);
            notifications.ToUser(caller.OperationID, ContentType.HasRead, request.UserID, request.UserID, tips);
        }
        return new MarkConversationAsReadResp();
    }

    /// <summary>
    /// Marks single messages as read; the last one's seq becomes the read position, if it is further.
    /// </summary>
    public Answer<MarkMsgsAsReadResp> MarkMessages(Caller caller, MarkMsgsAsReadReq request)
    {
        if (request.ConversationID.Length == 0)
            return ServerErrors.Arguments("conversationID is empty");
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (request.Seqs.Count == 0)
            return ServerErrors.Arguments("seqs is empty");
        if (request.Seqs.Contains(0))
            return ServerErrors.Arguments("seqs has 0 value is invalid");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var hasReadSeq = request.Seqs[^1];
        if (hasReadSeq > logs.MaxSeqOf(request.ConversationID))
            return ServerErrors.Arguments("hasReadSeq must not be bigger than maxSeq");
        if (conversations.Find(request.UserID, request.ConversationID) is not { } row)
            return ServerErrors.RecordNotFound("conversation not found");
        logs.Of(row.ConversationID).MarkMessagesRead(request.UserID, request.Seqs);
        var tips = new MarkAsReadTips
        {
            MarkAsReadUserID = request.UserID,
            ConversationID = row.ConversationID,
            Seqs = { request.Seqs },
            HasReadSeq = hasReadSeq,
        };
        if (row.ConversationType == SessionType.Group)
            notifications.ToGroup(caller.OperationID, ContentType.HasRead, request.UserID, row.GroupID, tips);
        else
            notifications.ToUser(
                caller.OperationID, ContentType.HasRead, request.UserID, row.UserID, tips, row.ConversationType);
        return new MarkMsgsAsReadResp();
    }

    /// <summary>
    /// Sets the read position and tells the own devices. A position before the present one is told as it was given, but
    /// nothing goes back.
    /// </summary>
    public Answer<SetConversationHasReadSeqResp> SetPosition(Caller caller, SetConversationHasReadSeqReq request)
    {
        if (request.ConversationID.Length == 0)
            return ServerErrors.Arguments("conversationID is empty");
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (request.HasReadSeq < 1)
            return ServerErrors.Arguments("hasReadSeq is invalid");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        if (logs.Find(request.ConversationID) is not { } log || request.HasReadSeq > log.MaxSeq)
            return ServerErrors.Arguments("hasReadSeq must not be bigger than maxSeq");
        log.MarkRead(request.UserID, request.HasReadSeq);
        var tips = new MarkAsReadTips
        {
            MarkAsReadUserID = request.UserID,
            ConversationID = request.ConversationID,
            HasReadSeq = request.HasReadSeq,
        };
        notifications.ToUser(caller.OperationID, ContentType.HasRead, request.UserID, request.UserID, tips);
        return new SetConversationHasReadSeqResp();
    }
}
