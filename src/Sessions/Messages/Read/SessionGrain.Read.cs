using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Marking as read. The messages count as read before the server has agreed: it tells this very device of the reading
/// too (2200), often before it answers, and that must not look like another device's. When it refuses, they are unread
/// again.
/// </content>
internal sealed partial class SessionGrain
{
    /// <summary>
    /// Older unread messages than these are read with the conversation, but their senders are not told.
    /// </summary>
    private const int MaxReceipts = 100;

    public async Task<Result> MarkConversationMessageAsRead(
        string conversationID, bool onlyUnread, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (_conversations.Find(conversationID) is not { } row)
            return Errors.RecordNotFound(conversationID);
        return onlyUnread && row.Unread == 0 ? Errors.NothingUnread : await MarkAsRead(row, cancellationToken);
    }

    public async Task<Result> MarkAllConversationMessageAsRead(CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        foreach (var row in _conversations.All.Where(static row => row.Unread > 0).ToList())
        {
            var marked = await MarkAsRead(row, cancellationToken);
            if (!marked.IsOk)
                return marked;
        }
        return Result.Ok;
    }

    public async Task<Result> MarkMessagesAsReadByMsgID(
        string conversationID, IReadOnlyList<string> clientMsgIDs, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (_conversations.Find(conversationID) is not { } row)
            return Errors.RecordNotFound(conversationID);
        // All in one reading of the history, however many ids there are.
        var ids = clientMsgIDs.ToHashSet(StringComparer.Ordinal);
        var unknown = ids.Where(id => Known(row, id) is null).ToHashSet(StringComparer.Ordinal);
        if (unknown.Count > 0 && await LookFor(row, unknown, cancellationToken) is { } failure)
            return failure;
        var messages = ids.Select(id => Known(row, id)).OfType<IndexedMessage>().Where(IsUnread).ToList();
        if (messages.Count == 0)
            return Result.Ok;
        // The server takes the last one as the position up to which all is read.
        messages.Sort(static (a, b) => a.Seq.CompareTo(b.Seq));
        var request = new MarkMsgsAsReadReq
        {
            UserID = Key.UserId,
            ConversationID = conversationID,
            Seqs = { messages.Select(static message => message.Seq) },
        };
        return await MarkAsRead(
            row, messages, messages.Count, messages[^1].Seq, isWhole: false,
            () => Call(_messageApi.MarkMsgsAsRead, request, cancellationToken), cancellationToken);
    }

    private async Task<Result> MarkAsRead(ConversationRow row, CancellationToken cancellationToken)
    {
        if (row.Unread == 0)
            return Result.Ok;
        var unread = row.Unread;
        var highest = row.MaxSeq;
        var request = new MarkConversationAsReadReq
        {
            UserID = Key.UserId,
            ConversationID = row.ConversationID,
            HasReadSeq = highest,
        };
        List<IndexedMessage> messages = [];
        if (row.Type == SessionType.Single)
        {
            messages = await UnreadMessages(row, cancellationToken);
            request.Seqs.AddRange(messages.Select(static message => message.Seq).Order());
        }
        return await MarkAsRead(
            row, messages, unread, highest, isWhole: true,
            () => Call(_messageApi.MarkConversationAsRead, request, cancellationToken), cancellationToken);
    }

    private async Task<Result> MarkAsRead<TAnswer>(
        ConversationRow row, List<IndexedMessage> messages, int unread, long hasReadSeq, bool isWhole,
        Func<Task<Result<TAnswer>>> call, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
            (message.IsRead, message.ReadTime) = (true, NowMilliseconds);
        var answer = await call();
        if (!answer.IsOk)
        {
            foreach (var message in messages)
                (message.IsRead, message.ReadTime) = (false, 0);
            return answer.Error;
        }
        row.HasReadSeq = Math.Max(row.HasReadSeq, hasReadSeq);
        row.MarkedSeq = Math.Max(row.MarkedSeq, hasReadSeq);
        // Messages that came meanwhile stay unread.
        row.Unread = Math.Max(0, row.Unread - unread);
        await LoadLatest([row], cancellationToken);
        if (isWhole ? row.LatestSeq <= hasReadSeq : messages.Exists(message => row.IsLatest(message.Key)))
            row.PatchLatest(latest => latest.SendID == Key.UserId ? latest : latest with { IsRead = true });
        TellConversation(row);
        TellTotalUnread();
        return Result.Ok;
    }

    /// <summary>
    /// Messages of the other that are not read yet. The server adds those after its own read position by itself, so
    /// that others are looked for only when that position was moved past unread ones, as an answer does.
    /// </summary>
    private async Task<List<IndexedMessage>> UnreadMessages(ConversationRow row, CancellationToken cancellationToken)
    {
        var remembered = _index.Of(row.ConversationID).Where(IsUnread).ToList();
        if (remembered.Count >= row.Unread || row.Unread <= row.MaxSeq - row.HasReadSeq)
            return remembered;
        var page = await ReaderOf(row, cancellationToken).Older(long.MaxValue, Math.Min(MaxReceipts, 2 * row.Unread));
        foreach (var message in page.Messages)
            Remember(row.ConversationID, message);
        return _index.Of(row.ConversationID).Where(IsUnread).ToList();
    }

    private static bool IsUnread(IndexedMessage message) => message is { IsMine: false, IsRead: false, Seq: > 0 };
}
