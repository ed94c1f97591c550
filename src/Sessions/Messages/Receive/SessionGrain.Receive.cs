using System.Diagnostics.CodeAnalysis;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Messages that come in, gap-checked and in order.
/// <list type="number">
/// <item>Conversations that are new are asked for, so that their settings and names are known.</item>
/// <item>Each message, by sendTime across the conversations, goes through the table of
/// <see cref="ReceiveDecision"/>.</item>
/// <item>What came of it is told at once: messages, new conversations, changed ones, the total, who types.</item>
/// </list>
/// </content>
internal sealed partial class SessionGrain
{
    /// <summary>One batch: a push, a filled gap, or what a connect pulled. Raises the events of all of it.</summary>
    private async Task ReceiveMessages(IReadOnlyList<ReceivedMessages> batch, CancellationToken life)
    {
        var unknown = batch
            .Where(received =>
                MakesConversation(received) && _conversations.Find(received.ConversationID) is null)
            .ToList();
        if (unknown.Count > 0)
            await LoadConversations(unknown, life);
        // A line in the chat that says that it is private now comes after the change that it speaks of.
        if (batch.Any(static received => received.Messages.Any(static message => message.ContentType == PrivateChat)))
            await SyncSettings(life);
        var told = new ReceivedBatch();
        foreach (var (conversationID, message) in InOrder(batch))
            await Receive(conversationID, message, told, life);
        await LoadLatest(told.Conversations, life);
        if (!life.IsCancellationRequested)
            Tell(told);
    }

    private async Task LoadConversations(List<ReceivedMessages> unknown, CancellationToken life)
    {
        // What cannot be loaded is made of its first message.
        await LoadConversations(unknown.Select(static received => received.ConversationID), life);
        foreach (var received in unknown)
            if (_conversations.Find(received.ConversationID) is { IsAnnounced: false } row)
                row.GoBackBefore(
                    received.Messages.Where(static message => message.Seq > 0).Min(static message => message.Seq));
    }

    private static bool MakesConversation(ReceivedMessages received) => received.Messages.Any(static message =>
        message.Seq > 0
        && message.Status < MessageStatus.Deleted
        && message.ContentType != ContentType.Typing
        && MessageOptions.IsOn(message, MessageOptions.ConversationUpdate));

    private static IEnumerable<(string ConversationID, MsgData Message)> InOrder(IReadOnlyList<ReceivedMessages> batch)
    {
        var all = batch.SelectMany(
            static received => received.Messages.Select(message => (received.ConversationID, message)));
        return batch.Count == 1 ? all : all.OrderBy(static entry => entry.message.SendTime);
    }

    private async ValueTask Receive(string conversationID, MsgData message, ReceivedBatch told, CancellationToken life)
    {
        var row = _conversations.Find(conversationID);
        var isMine = message.SendID == Key.UserId;
        var known = message.Seq > 0 ? _index.Find(conversationID, message.ClientMsgID) : null;
        var decision = ReceiveDecision.Of(message, isMine, known, row?.MaxSeq ?? 0);
        if (row is not null)
            Advance(row, message, isMine);
        switch (decision.As)
        {
            case ReceivedAs.Typing:
                ReceiveTyping(conversationID, message, told);
                return;
            case ReceivedAs.OnlineOnly:
                told.OnlineOnly.Add(MessageConversion.Pushed(message));
                break;
            case ReceivedAs.Echo:
                ReceiveEcho(row, known!, message, told);
                return;
            case ReceivedAs.New:
                told.Messages.Add(MessageConversion.Pushed(message));
                Remember(conversationID, message).IsTold = true;
                break;
            default:
                return;
        }
        if (!decision.UpdatesConversation)
            return;
        if (row is null)
        {
            row = await NewRow(conversationID, message, life);
            Advance(row, message, isMine);
        }
        else if (!row.IsNamed)
        {
            await Name(row, life);
        }
        if (message.Seq > 0)
            row.TakeReceived(told.Messages[^1]);
        if (decision.Counts)
        {
            row.Unread++;
            told.HasCounted = true;
        }
        told.Changed(row);
    }

    /// <summary>The server could not be asked for the conversation; the message says enough to show it.</summary>
    private async ValueTask<ConversationRow> NewRow(string conversationID, MsgData message, CancellationToken life)
    {
        var sourceID = !SessionType.IsBetweenTwo(message.SessionType) ? message.GroupID
            : message.SendID == Key.UserId ? message.RecvID
            : message.SendID;
        var row = new ConversationRow(conversationID, message.SessionType, sourceID, Key.UserId) { IsOwned = true };
        if (await Name(row, life) is not null && message.SendID == sourceID)
        {
            row.ShowName = message.SenderNickname;
            row.FaceURL = message.SenderFaceURL;
        }
        if (_conversations.Find(conversationID) is { } other)
            return other;
        _conversations.Add(row);
        return row;
    }

    private static void Advance(ConversationRow row, MsgData message, bool isMine)
    {
        row.IsOwned = true;
        row.MaxSeq = Math.Max(row.MaxSeq, message.Seq);
        if (isMine)
            row.HasReadSeq = Math.Max(row.HasReadSeq, message.Seq);
    }

    private IndexedMessage Remember(string conversationID, MsgData message)
    {
        var known = _index.GetOrAdd(conversationID, message.ClientMsgID);
        var isNew = known.Seq == 0;
        known.Seq = message.Seq;
        if (isNew)
            RecallPast(known);
        known.SendTime = message.SendTime;
        known.IsMine = message.SendID == Key.UserId;
        known.IsRead |= message.IsRead;
        if (known.Status != MessageStatus.Sending)
            known.Status = MessageStatus.Sent;
        known.Unlisted = null;
        if (KeptMessages.Rows.Count > 0 && KeptMessages.Find(conversationID, message.ClientMsgID) is { IsOnlyHere: true })
            ForgetKeptMessage(conversationID, message.ClientMsgID);
        return known;
    }

    /// <summary>
    /// The server's copy of what was sent from here. While the answer to the send is awaited only the sender's function
    /// is told (<see cref="SendReceipt"/>), so that clients see "sent" before they see the seq; later, the latest
    /// message is patched.
    /// </summary>
    private void ReceiveEcho(ConversationRow? row, IndexedMessage known, MsgData message, ReceivedBatch told)
    {
        Remember(known.ConversationID, message);
        var receipt = new SendReceipt(message.ServerMsgID, message.SendTime, message.Seq);
        if (known.Sending is { } sending)
            sending.TrySetResult(receipt);
        else if (row is not null && TakeEcho(row, known, receipt))
            told.Changed(row);
    }

    private static bool TakeEcho(ConversationRow row, IndexedMessage known, SendReceipt receipt) =>
        row.IsLatest(known.Key) && row.PatchLatest(latest => latest with
        {
            ServerMsgID = receipt.ServerMsgID,
            SendTime = receipt.SendTime,
            Seq = receipt.Seq,
            Status = MessageStatus.Sent,
        });

    private void Tell(ReceivedBatch told)
    {
        foreach (var message in told.OnlineOnly)
            Events.Raise("OnRecvOnlineOnlyMessage", message, Json.Relaxed.MsgStruct);
        if (told.Messages.Count > 0)
            TellMessages(told.Messages);
        TellConversations(told.Conversations);
        if (told.HasCounted)
            TellTotalUnread();
        foreach (var (conversationID, message) in told.Typists)
            TellInputState(conversationID, message.SendID!, message);
    }

    /// <summary>In the background only what the user wants to hear of is told, by an event of its own.</summary>
    [SuppressMessage("Performance", "CA1859", Justification = "The event's payload is declared as the interface.")]
    private void TellMessages(IReadOnlyList<MsgStruct> messages)
    {
        if (!_background)
        {
            Events.Raise("OnRecvNewMessages", messages, Json.Relaxed.IReadOnlyListMsgStruct);
            return;
        }
        messages = _self?.Value?.GlobalRecvMsgOpt is > 0 ? [] : messages.Where(WantsNotice).ToList();
        if (messages.Count > 0)
            Events.Raise("OnRecvOfflineNewMessages", messages, Json.Relaxed.IReadOnlyListMsgStruct);
    }

    private bool WantsNotice(MsgStruct message)
    {
        var isBetweenTwo = SessionType.IsBetweenTwo(message.SessionType);
        var sourceID = !isBetweenTwo ? message.GroupID : message.SendID == Key.UserId ? message.RecvID : message.SendID;
        var row = _conversations.Find(ConversationID.Of(message.SessionType, Key.UserId, sourceID ?? ""));
        return row is null or { Settings.RecvMsgOpt: 0 };
    }
}
