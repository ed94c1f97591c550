using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Messages by id. After a lost connection this tells what became of a send: a message that arrived has status 2, one
/// that failed 3, one under way 1, and one that the server never got is not there.
/// </content>
internal sealed partial class SessionGrain
{
    private const int MaxLookedFor = 500;

    public async Task<Result<FindMessageListCallback>> FindMessageList(
        IReadOnlyList<ConversationArgs> options, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (options.Sum(static option => (long)(option.ClientMsgIDList?.Count ?? 0)) > MaxLookedFor)
            return Errors.Arguments($"more than {MaxLookedFor} messages at once");
        var items = new List<SearchByConversationResult>();
        foreach (var option in options)
        {
            if (_conversations.Find(option.ConversationID) is not { } row || option.ClientMsgIDList is not { } ids)
                continue;
            var found = await Find(row, [.. ids.Distinct()], cancellationToken);
            if (!found.IsOk)
                return found.Error;
            if (found.Value!.Count > 0)
                items.Add(ItemOf(row, found.Value, latestMsgSendTime: 0));
        }
        return new FindMessageListCallback
        {
            TotalCount = items.Sum(static item => item.MessageCount),
            FindResultItems = items.Count == 0 ? null : items,
        };
    }

    public async Task<Result<FetchSurroundingMessagesResp>> FetchSurroundingMessages(
        FetchSurroundingMessagesReq request, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (request.StartMessage is not { ClientMsgID.Length: > 0 } start)
            return Errors.Arguments("startMessage is missing");
        var isBetweenTwo = SessionType.IsBetweenTwo(start.SessionType);
        var sourceID = !isBetweenTwo ? start.GroupID : start.SendID == Key.UserId ? start.RecvID : start.SendID;
        var conversationID = ConversationID.Of(start.SessionType, Key.UserId, sourceID ?? "");
        if (_conversations.Find(conversationID) is not { } row)
            return Errors.RecordNotFound(conversationID);
        // The client says where it saw the message, which may be further back than a session looks.
        if (start.Seq > 0)
            await RememberSeqs(row, [start.Seq], cancellationToken);
        var found = await Find(row, [start.ClientMsgID], cancellationToken);
        if (!found.IsOk)
            return found.Error;
        if (found.Value!.Count == 0)
            return Errors.RecordNotFound(start.ClientMsgID);
        var older = await ReadHistory(PageAt(request.Before), isReverse: false, cancellationToken);
        var newer = await ReadHistory(PageAt(request.After), isReverse: true, cancellationToken);
        if ((older.Error ?? newer.Error) is { } failure)
            return failure;
        return new FetchSurroundingMessagesResp
        {
            MessageList = [.. older.Value!.MessageList!, found.Value[0], .. newer.Value!.MessageList!],
        };

        GetAdvancedHistoryMessageListParams PageAt(int count) => new()
        {
            ConversationID = conversationID,
            StartClientMsgID = start.ClientMsgID,
            Count = count,
        };
    }

    /// <summary>Those of the messages that are there, the newest first.</summary>
    private async Task<Result<IReadOnlyList<MsgStruct>>> Find(
        ConversationRow row, HashSet<string> ids, CancellationToken cancellationToken)
    {
        var missing = ids.Where(id => _index.Find(row.ConversationID, id) is null
            && KeptOf(row, id) is not { IsOnlyHere: true }).ToHashSet(StringComparer.Ordinal);
        if (await LookFor(row, missing, cancellationToken) is { } error)
            return error;
        var known = ids.Select(id => Known(row, id)).OfType<IndexedMessage>().ToList();
        var stored = await StoredForms(row, known, cancellationToken);
        return stored.IsOk
            ? stored.Value!.Values.Where(message => ids.Contains(message.ClientMsgID ?? ""))
                .OrderByDescending(static message => message.SendTime).ToArray()
            : stored.Error;
    }

    /// <summary>What the session remembers or keeps of a message.</summary>
    private IndexedMessage? Known(ConversationRow row, string clientMsgID) =>
        _index.Find(row.ConversationID, clientMsgID)
        ?? (KeptOf(row, clientMsgID) is { IsOnlyHere: true } kept ? AsIndexed(kept, Key.UserId) : null);

    /// <summary>
    /// Looks for messages among the newest that the server has, and remembers those that it finds: they are taken out
    /// of <paramref name="ids"/>.
    /// </summary>
    /// <param name="row">The conversation.</param>
    /// <param name="ids">Their clientMsgIDs.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <param name="notBefore">In Unix milliseconds: older ones need not be looked at.</param>
    private async Task<OpenImError?> LookFor(
        ConversationRow row, HashSet<string> ids, CancellationToken cancellationToken, long notBefore = 0)
    {
        var reader = ReaderOf(row, cancellationToken);
        var before = long.MaxValue;
        for (var looked = 0; ids.Count > 0 && looked < SearchDepth; looked += SeqsPerSearch)
        {
            var page = await reader.Older(before, SeqsPerSearch);
            foreach (var message in page.Messages)
                if (ids.Remove(message.ClientMsgID))
                    Remember(row.ConversationID, message);
            if (page.Error is not null)
                return page.Error;
            if (page.IsEnd || page.Messages[0].SendTime < notBefore)
                break;
            before = page.Messages[0].Seq;
        }
        return null;
    }
}
