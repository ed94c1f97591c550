using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Reads messages back: 1001, 1002, 1005 and 1007 of the gateway, and their REST forms.</summary>
internal sealed class MessagePulls(MessageLogs logs, ConversationStore conversations)
{
    /// <summary>
    /// The newest seqs of the user's conversations, of their notifications and of his own, without zeros.
    /// </summary>
    public Answer<GetMaxSeqResp> NewestSeqs(Caller caller, GetMaxSeqReq request)
    {
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var answer = new GetMaxSeqResp();
        foreach (var row in conversations.Of(request.UserID).All())
        {
            Add(row.ConversationID);
            Add(ConversationID.NotificationTwin(row.ConversationID));
        }
        Add(ConversationID.OfNotifications(request.UserID, request.UserID));
        return answer;

        void Add(string conversationID)
        {
            if (logs.MaxSeqOf(conversationID) is > 0 and var seq)
                answer.MaxSeqs[conversationID] = seq;
        }
    }

    /// <summary>Ranges of seqs: of each the last <c>num</c>, of notifications all.</summary>
    public Answer<PullMessageBySeqsResp> Ranges(Caller caller, PullMessageBySeqsReq request)
    {
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var answer = new PullMessageBySeqsResp();
        foreach (var range in request.SeqRanges)
        {
            if (Pull(request.UserID, range, request.Order) is not { } pulled)
                continue;
            if (ConversationID.IsNotification(range.ConversationID))
                answer.NotificationMsgs[range.ConversationID] = pulled;
            else
                answer.Msgs[range.ConversationID] = pulled;
        }
        return answer;
    }

    private PullMsgs? Pull(string userID, SeqRange range, PullOrder order)
    {
        var isNotification = ConversationID.IsNotification(range.ConversationID);
        var row = conversations.Of(userID).FindCached(range.ConversationID);
        if ((row is null && !isNotification) || logs.Find(range.ConversationID) is not { } log)
            return null;
        var bounds = log.BoundsOf(userID, row?.Settings.MaxSeq ?? 0);
        var begin = Math.Max(range.Begin, bounds.Lower);
        var end = Math.Min(range.End, bounds.Upper);
        begin = Math.Max(begin, isNotification ? 1 : end - Math.Max(0, range.Num) + 1);
        if (begin > end)
            return null;
        return new PullMsgs
        {
            Msgs = { Read(log, userID, [.. Seqs(begin, end)]) },
            IsEnd = order == PullOrder.Asc ? bounds.Upper <= range.End : range.Begin <= bounds.Lower,
        };
    }

    private static IEnumerable<long> Seqs(long begin, long end)
    {
        for (var seq = begin; seq <= end; seq++)
            yield return seq;
    }

    /// <summary>
    /// Single seqs, in the order asked for, without those out of bounds; an entry for every conversation, which one asked
    /// for twice shares. As on the real server anybody may ask for anybody.
    /// </summary>
    public Answer<GetSeqMessageResp> Seqs(Caller _, GetSeqMessageReq request)
    {
        var answer = new GetSeqMessageResp();
        foreach (var conversation in request.Conversations)
        {
            var pulled = Pull(request.UserID, conversation, request.Order);
            var entries = ConversationID.IsNotification(conversation.ConversationID)
                ? answer.NotificationMsgs
                : answer.Msgs;
            if (entries.TryGetValue(conversation.ConversationID, out var earlier))
            {
                earlier.Msgs.Add(pulled.Msgs);
                (earlier.IsEnd, earlier.EndSeq) = (pulled.IsEnd, pulled.EndSeq);
            }
            else
            {
                entries.Add(conversation.ConversationID, pulled);
            }
        }
        return answer;
    }

    private PullMsgs Pull(string userID, ConversationSeqs asked, PullOrder order)
    {
        var log = logs.Find(asked.ConversationID);
        var newest = conversations.Find(userID, asked.ConversationID)?.Settings.MaxSeq ?? 0;
        var bounds = log?.BoundsOf(userID, newest) ?? default;
        var pulled = new PullMsgs();
        List<long> within = [];
        foreach (var seq in asked.Seqs.Where(seq => seq > 0))
        {
            if (bounds.Contains(seq))
            {
                within.Add(seq);
            }
            else if (order == PullOrder.Asc ? seq > bounds.Upper : seq < bounds.Lower)
            {
                pulled.IsEnd = true;
                pulled.EndSeq = order == PullOrder.Asc ? bounds.Upper : bounds.Lower;
            }
        }
        if (log is not null)
            pulled.Msgs.Add(Read(log, userID, within));
        return pulled;
    }

    /// <summary>
    /// The last message of each conversation that has one. As on the real server anybody may ask for anybody.
    /// </summary>
    public Answer<GetLastMessageResp> Last(Caller _, GetLastMessageReq request)
    {
        var answer = new GetLastMessageResp();
        foreach (var conversationID in request.ConversationIDs)
            if (LastOf(conversationID, request.UserID) is { } message)
                answer.Msgs[conversationID] = message;
        return answer;
    }

    /// <summary>The last message of a conversation as a user sees it.</summary>
    public MsgData? LastOf(string conversationID, string userID)
    {
        if (logs.Find(conversationID) is not { } log || log.ReadLast(userID) is not { } message)
            return null;
        RevokedQuotes.Rewrite([message], log);
        return message;
    }

    private static List<MsgData> Read(MessageLog log, string userID, List<long> seqs)
    {
        var messages = log.Read(userID, seqs);
        RevokedQuotes.Rewrite(messages, log);
        return messages;
    }
}
