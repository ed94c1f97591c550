using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// History, read from the server page by page. Clients name the message where a page starts; the session knows its seq
/// from the messages that went through it lately (<see cref="MessageIndex"/>), or looks for it among the conversation's
/// newest.
/// </content>
internal sealed partial class SessionGrain
{
    /// <summary>In the result, not the result: the page ends early.</summary>
    private const int IncompletePage = 100;

    /// <summary>More than any screen shows; what is left comes with the next page.</summary>
    private const int MaxPage = 500;

    /// <summary>How far back a message is looked for that the session does not remember.</summary>
    private const int SearchDepth = 200;

    private const int SeqsPerSearch = 50;

    public Task<Result<GetAdvancedHistoryMessageListCallback>> GetAdvancedHistoryMessageList(
        GetAdvancedHistoryMessageListParams request, CancellationToken cancellationToken) =>
        ReadHistory(request, isReverse: false, cancellationToken);

    public Task<Result<GetAdvancedHistoryMessageListCallback>> GetAdvancedHistoryMessageListReverse(
        GetAdvancedHistoryMessageListParams request, CancellationToken cancellationToken) =>
        ReadHistory(request, isReverse: true, cancellationToken);

    public Task<Result<GetAdvancedHistoryMessageListCallback>> GetHistoryMessageListReverse(
        GetHistoryMessageListReverseReq request, CancellationToken cancellationToken)
    {
        var conversationID = request.ConversationID.Length > 0
            ? request.ConversationID
            : SendTarget.Of(Key.UserId, request.UserID, request.GroupID)?.ConversationID ?? "";
        var page = new GetAdvancedHistoryMessageListParams
        {
            ConversationID = conversationID,
            StartClientMsgID = request.StartClientMsgID,
            Count = request.Count,
        };
        return ReadHistory(page, isReverse: true, cancellationToken);
    }

    private async Task<Result<GetAdvancedHistoryMessageListCallback>> ReadHistory(
        GetAdvancedHistoryMessageListParams request, bool isReverse, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (_conversations.Find(request.ConversationID) is not { } row)
            return new GetAdvancedHistoryMessageListCallback { MessageList = [], IsEnd = true };
        // Own messages are shown under the own name of now; without it, under the one that they have.
        if (row.Type == SessionType.Single)
            await WhenSelfKnown(cancellationToken);
        var count = Math.Clamp(request.Count, 0, MaxPage);
        var start = (Seq: isReverse ? 0 : long.MaxValue, SendTime: isReverse ? 0 : long.MaxValue);
        if (request.StartClientMsgID.Length > 0)
        {
            var known = await Locate(row, request.StartClientMsgID, cancellationToken);
            if (!known.IsOk)
                return known.Error;
            start = (known.Value!.Seq, known.Value.SendTime);
            if (start.Seq == 0)
                start.Seq = isReverse ? known.Value.AfterSeq : known.Value.AfterSeq + 1;
        }
        var reader = ReaderOf(row, cancellationToken);
        var page = isReverse ? await reader.Newer(start.Seq, count) : await reader.Older(start.Seq, count);
        return ResultOf(row, page, start.SendTime, count, isReverse);
    }

    private HistoryReader ReaderOf(ConversationRow row, CancellationToken cancellationToken) => new(
        Math.Max(1, Math.Max(row.Settings.MinSeq, (row.Kept?.DeletedSeq ?? 0) + 1)),
        // Nothing is asked of a conversation that the server does not count among the user's.
        !row.IsOwned ? 0 : row.Settings.MaxSeq is > 0 and var last ? Math.Min(last, NewestSeq(row)) : NewestSeq(row),
        message => IsForThisUser(row, message) && !IsDeletedHere(row, message),
        (seqs, order) => PullSeqs(row.ConversationID, seqs, order, cancellationToken));

    /// <summary>A receipt may name a message before the server has sent it back: it is read where it stands then.</summary>
    private long NewestSeq(ConversationRow row) =>
        Math.Max(row.MaxSeq, _index.Of(row.ConversationID).Select(static message => message.Seq).DefaultIfEmpty().Max());

    /// <summary>1005 for one conversation, which must be the user's: the server does not check that.</summary>
    private async Task<Result<PullMsgs>> PullSeqs(
        string conversationID, IEnumerable<long> seqs, PullOrder order, CancellationToken cancellationToken)
    {
        var request = new GetSeqMessageReq
        {
            UserID = Key.UserId,
            Conversations = { new ConversationSeqs { ConversationID = conversationID, Seqs = { seqs } } },
            Order = order,
        };
        var answer = await Request(
            (connection, operationID, token) =>
                connection.GetMessagesBySeqsAsync(request, operationID, token), cancellationToken);
        if (!answer.IsOk)
            return answer.Error;
        return answer.Value!.Msgs.TryGetValue(conversationID, out var messages) ? messages : new PullMsgs();
    }

    private GetAdvancedHistoryMessageListCallback ResultOf(
        ConversationRow row, HistoryPage page, long startTime, int count, bool isReverse)
    {
        var messages = new List<MsgStruct>(page.Messages.Count);
        // The one that the next page starts at is remembered last, so that it stays longest.
        foreach (var message in isReverse ? page.Messages : page.Messages.Reverse())
            messages.Add(AsStored(row, message));
        if (!isReverse)
            messages.Reverse();
        if (page.Error is null && count > 0)
            messages = WithUnlisted(row, messages, page.IsEnd, startTime, isReverse);
        var isEnd = page.IsEnd;
        if (messages.Count > count)
        {
            messages = isReverse ? messages[..count] : messages[^count..];
            isEnd = false;
        }
        return new()
        {
            MessageList = messages,
            IsEnd = isEnd,
            ErrCode = page.Error is null ? 0 : IncompletePage,
            ErrMsg = page.Error?.Message ?? "",
        };
    }

    private List<MsgStruct> WithUnlisted(
        ConversationRow row, List<MsgStruct> messages, bool isEnd, long startTime, bool isReverse)
    {
        var unlisted = UnlistedOf(row);
        var farEnd = messages.Count == 0 || isEnd ? (long?)null : messages[isReverse ? ^1 : 0].SendTime;
        return isReverse
            ? UnlistedMessages.Merge(messages, unlisted, startTime, farEnd ?? long.MaxValue)
            : UnlistedMessages.Merge(messages, unlisted, farEnd ?? 0, startTime);
    }

    /// <summary>
    /// A message as the original has it in its store: what an event told, or somebody's reading changed, was written
    /// anew, with its attached info as text.
    /// </summary>
    private MsgStruct AsStored(ConversationRow row, MsgData data)
    {
        var known = Remember(row.ConversationID, data);
        var message = WithRevokerNamed(row, WithKept(row, WithSender(row, MessageConversion.Stored(data))));
        var isNotice = data.ContentType is >= ContentType.NotificationBegin and not ContentType.Revoked;
        if (known is { IsTold: false, ReadTime: 0 } && !(isNotice && row.IsLatest(known.Key)))
            return message;
        var attached = message.AttachedInfoElem! with { HasReadTime = known.ReadTime };
        return message with
        {
            IsRead = known.IsRead,
            AttachedInfoElem = attached,
            AttachedInfo = MessageConversion.AttachedInfoText(
                isNotice && known.ReadTime == 0 ? null : attached),
        };
    }

    /// <summary>
    /// Whoever wrote in a single chat is shown as he is called now, with his remark; in a group, as he has called
    /// himself since.
    /// </summary>
    private MsgStruct WithSender(ConversationRow row, MsgStruct message)
    {
        if (row.Type == SessionType.Group)
            return WithMemberName(row, message);
        if (row.Type != SessionType.Single)
            return message;
        if (message.SendID == Key.UserId)
            return _self?.Value is { } self
                ? message with { SenderNickname = self.Nickname, SenderFaceUrl = self.FaceURL }
                : message;
        return message.SendID == row.SourceID && row.IsNamed
            ? message with { SenderNickname = row.ShowName, SenderFaceUrl = row.FaceURL }
            : message;
    }

    /// <summary>The message that a client names, remembered, only here, or among the newest of the
    /// conversation.</summary>
    private async Task<Result<IndexedMessage>> Locate(
        ConversationRow row, string clientMsgID, CancellationToken cancellationToken)
    {
        if (Known(row, clientMsgID) is { } known)
            return known;
        if (await LookFor(row, [clientMsgID], cancellationToken) is { } error)
            return error;
        return Known(row, clientMsgID) is { } found ? found : Errors.RecordNotFound(clientMsgID);
    }
}
