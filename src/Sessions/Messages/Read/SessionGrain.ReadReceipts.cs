using System.Text.Json;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Notifications about conversations.
/// <code>
///   2200 by the other, single chat   his seqs are read: OnRecvC2CReadReceipt, the latest message patched
///   2200 by the other, group         nobody is told
///   2200 by this user                another device has read, or this one, which then knows it already
///   1300, 1701                       settings of conversations have changed
///   1703                             another device has cleared conversations, or this one
///   2101                             somebody has taken a message back
///   2102                             messages were deleted, by another device or this one
///   2001                             an application's own
/// </code>
/// </content>
internal sealed partial class SessionGrain
{
    private const int ConversationChange = 1300;
    private const int PrivateChat = 1701;

    /// <summary>A notification (n_ conversation) that is not about users.</summary>
    private async Task ReceiveNotification(string conversationID, MsgData notification, CancellationToken life)
    {
        switch (notification.ContentType)
        {
            case ContentType.HasReadReceipt when NotificationContent.Read<MarkAsReadTips>(notification) is { } tips:
                if (_conversations.Find(tips.ConversationID) is not { } row)
                    return;
                if (tips.MarkAsReadUserID == Key.UserId)
                    await ReceiveOwnRead(row, tips, notification.SendTime, life);
                else if (row.Type == SessionType.Single)
                    await ReceiveReceipt(row, tips, notification.SendTime, life);
                return;
            case ConversationChange or PrivateChat:
                TouchChanged(notification);
                await SyncSettings(life);
                return;
            case ClearConversation when NotificationContent.Read<ClearConversationTips>(notification) is { } tips:
                ReceiveCleared(tips);
                return;
            case ContentType.Revoked when NotificationContent.Read<RevokeMsgTips>(notification) is { } tips:
                await ReceiveRevoked(tips, life);
                return;
            case ContentType.MessagesDeleted when NotificationContent.Read<DeleteMsgsTips>(notification) is { } tips:
                await ReceiveDeleted(tips);
                return;
            case ContentType.Business:
                TellBusiness(notification);
                return;
        }
    }

    /// <summary>What an application sends its users, as it sent it: JSON, or a text.</summary>
    private void TellBusiness(MsgData notification)
    {
        if (MessageContent.Parse(notification.Content.Span, Json.Relaxed.NotificationElem)?.Detail is not { } detail)
            return;
        Events.Raise("OnRecvCustomBusinessMessage", JsonOrText(detail), Json.Relaxed.JsonElement);
    }

    private static JsonElement JsonOrText(string detail)
    {
        try
        {
            using var json = JsonDocument.Parse(detail);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(detail, Json.Relaxed.String);
        }
    }

    /// <summary>The other has read messages of this user.</summary>
    private async Task ReceiveReceipt(ConversationRow row, MarkAsReadTips tips, long readTime, CancellationToken life)
    {
        await RememberSeqs(row, tips.Seqs, life);
        var read = new List<IndexedMessage>();
        foreach (var seq in tips.Seqs)
            if (_index.FindSeq(row.ConversationID, seq) is { IsMine: true } message)
                read.Add(message);
        read.Sort(static (a, b) => b.Seq.CompareTo(a.Seq));
        foreach (var message in read)
            (message.IsRead, message.ReadTime) = (true, readTime);
        MessageReceipt receipt = new()
        {
            UserID = tips.MarkAsReadUserID,
            MsgIDList = read.Count == 0 ? null : read.ConvertAll(static message => message.Key.ToString()),
            ReadTime = readTime,
            SessionType = SessionType.Single,
        };
        Events.Raise("OnRecvC2CReadReceipt", [receipt], Json.Relaxed.IReadOnlyListMessageReceipt);
        if (read.Exists(message => row.IsLatest(message.Key))
            && row.PatchLatest(static latest => latest with { IsRead = true }))
            TellConversation(row);
    }

    /// <summary>Another device of this user has read, or this one.</summary>
    private async Task ReceiveOwnRead(ConversationRow row, MarkAsReadTips tips, long readTime, CancellationToken life)
    {
        var unread = 0;
        if (row.Type == SessionType.Single)
        {
            var last = _index.FindSeq(row.ConversationID, tips.HasReadSeq);
            unread = ConversationRow.UnreadOf(row.MaxSeq, tips.HasReadSeq);
            if (tips.Seqs.Count == 0 || last is { IsRead: true } || (last is null && unread == row.Unread))
                return;
        }
        await LoadLatest([row], life);
        row.HasReadSeq = Math.Max(row.HasReadSeq, tips.HasReadSeq);
        row.Unread = unread;
        foreach (var seq in tips.Seqs)
        {
            if (_index.FindSeq(row.ConversationID, seq) is not { IsMine: false } message)
                continue;
            (message.IsRead, message.ReadTime) = (true, readTime);
            if (row.IsLatest(message.Key))
                row.PatchLatest(static latest => latest with { IsRead = true });
        }
        TellConversation(row);
        TellTotalUnread();
    }

    /// <summary>Receipts name messages by seq, clients by id: what is not remembered is asked for.</summary>
    private async Task RememberSeqs(ConversationRow row, IEnumerable<long> seqs, CancellationToken life)
    {
        var missing = seqs.Where(seq => seq > 0 && _index.FindSeq(row.ConversationID, seq) is null)
            .OrderDescending().Take(MaxReceipts).ToList();
        if (missing.Count == 0 || !row.IsOwned)
            return;
        var pulled = await PullSeqs(row.ConversationID, missing, PullOrder.Asc, life);
        foreach (var message in pulled.Value?.Msgs ?? [])
            if (message.Status < MessageStatus.Deleted && IsForThisUser(row, message))
                Remember(row.ConversationID, message);
    }
}
