using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Deleting messages. On the server that hides them from the user; a deletion that is only meant for here is kept by
/// the session.
/// </content>
internal sealed partial class SessionGrain
{
    private const int MaxDeletions = 100;

    public async Task<Result> DeleteMessages(
        string conversationID, IReadOnlyList<string> clientMsgIDs, bool onServer, bool tellOwnDevices,
        CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (_conversations.Find(conversationID) is not { } row)
            return Errors.RecordNotFound(conversationID);
        if (clientMsgIDs.Count > MaxDeletions)
            return Errors.Arguments($"more than {MaxDeletions} messages at once");
        var messages = new List<IndexedMessage>();
        foreach (var clientMsgID in clientMsgIDs.Distinct())
        {
            var located = await Locate(row, clientMsgID, cancellationToken);
            if (!located.IsOk)
                return located.Error;
            messages.Add(located.Value!);
        }
        // Afterwards the server does not give them any more.
        var stored = await StoredForms(row, messages, cancellationToken);
        if (!stored.IsOk)
            return stored.Error;
        if (onServer && await DeleteOnServer(row, messages, tellOwnDevices, cancellationToken) is { } refusal)
            return refusal;
        foreach (var message in messages)
            await DeleteHere(row, message, stored.Value!.GetValueOrDefault(message.Key), !onServer);
        return Result.Ok;
    }

    private async Task<OpenImError?> DeleteOnServer(
        ConversationRow row, List<IndexedMessage> messages, bool tellOwnDevices, CancellationToken cancellationToken)
    {
        var seqs = messages.Where(static message => message.Seq > 0).Select(static message => message.Seq).ToList();
        if (seqs.Count == 0)
            return null;
        var request = new DeleteMsgsReq
        {
            UserID = Key.UserId,
            ConversationID = row.ConversationID,
            Seqs = { seqs },
            DeleteSyncOpt = tellOwnDevices ? new DeleteSyncOpt { IsSyncSelf = true } : null,
        };
        return (await Call(_messageApi.DeleteMsgs, request, cancellationToken)).Error;
    }

    /// <summary>The messages as they are stored, those on the server and those that are only here.</summary>
    private async Task<Result<Dictionary<MessageKey, MsgStruct>>> StoredForms(
        ConversationRow row, List<IndexedMessage> messages, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<MessageKey, MsgStruct>();
        foreach (var message in messages)
            if (message.Unlisted is { } unlisted)
                stored[message.Key] = AsStored(WithKept(row, unlisted));
        foreach (var seqs in messages.Where(static message => message.Seq > 0).Select(static message => message.Seq)
            .Chunk(SeqsPerSearch))
        {
            var pulled = await PullSeqs(row.ConversationID, seqs, PullOrder.Asc, cancellationToken);
            if (!pulled.IsOk)
                return pulled.Error;
            foreach (var data in pulled.Value!.Msgs)
                if (data.Status < MessageStatus.Deleted && IsForThisUser(row, data))
                    stored[MessageKey.Of(data.ClientMsgID)] = AsStored(row, data);
        }
        return stored;
    }

    /// <summary>2102: the server has deleted messages, asked to by another device or by this one.</summary>
    private async Task ReceiveDeleted(DeleteMsgsTips tips)
    {
        if (_conversations.Find(tips.ConversationID) is not { } row)
            return;
        foreach (var seq in tips.Seqs)
            if (_index.FindSeq(row.ConversationID, seq) is { } message)
                await DeleteHere(row, message, stored: null, keep: false);
    }

    /// <summary>Tells that a message is gone, and what changes with it.</summary>
    /// <param name="row">The conversation.</param>
    /// <param name="message">The message.</param>
    /// <param name="stored">As it was; null when only what the session remembers of it can be told.</param>
    /// <param name="keep">Whether this session must remember the deletion, since the server does not.</param>
    private async Task DeleteHere(ConversationRow row, IndexedMessage message, MsgStruct? stored, bool keep)
    {
        var life = Life;
        _index.Remove(message);
        if (message.Seq > 0 && keep)
            KeepMessage(row, message, static kept => kept with { IsDeleted = true, LocalEx = "", Message = "" });
        else
            ForgetKeptMessage(row.ConversationID, message.Key.ToString());
        if (IsUnread(message) && row.Unread > 0 && (row.Type == SessionType.Single || message.Seq > row.HasReadSeq))
        {
            row.Unread--;
            await LoadLatest([row], life);
            TellConversation(row);
            TellTotalUnread();
        }
        if (row.IsLatest(message.Key))
        {
            await ShowNewest(row, life);
            TellConversation(row);
        }
        stored ??= new MsgStruct
        {
            ClientMsgID = message.Key.ToString(),
            SessionType = row.Type,
            Seq = message.Seq,
            SendTime = message.SendTime,
            IsRead = message.IsRead,
            Status = message.Status,
        };
        if (!life.IsCancellationRequested)
            Events.Raise("OnMsgDeleted", ChatLog.Of(stored), Json.Relaxed.LocalChatLog);
    }

    /// <summary>
    /// The newest message that is shown becomes the latest of its conversation. Without any, the row stays where it is
    /// in the list.
    /// </summary>
    private async Task ShowNewest(ConversationRow row, CancellationToken cancellationToken)
    {
        var page = await ReaderOf(row, cancellationToken).Older(long.MaxValue, 1);
        if (page.Error is not null || cancellationToken.IsCancellationRequested)
            return;
        var newest = page.Messages.Select(data => AsStored(row, data)).Concat(UnlistedOf(row))
            .MaxBy(static message => message.SendTime);
        if (newest is null)
            row.ForgetLatest();
        else
            row.SetLatest(newest);
    }
}
