using System.Runtime.CompilerServices;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using OfflinePushInfo = OpenIM.SignalR.Contracts.OfflinePushInfo;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Sending a message.
/// <list type="number">
/// <item>At the call: refusals, and a place in the conversation's line (<see cref="SendOrder"/>).</item>
/// <item>In its turn: address, group or private chat, the conversation's row. SendMessage tells the conversation with
/// the message as its latest, status 1; SendMessageNotOss tells nothing yet.</item>
/// <item>The request (1003). Its answer makes status 2, an error status 3; either is told by the conversation.</item>
/// <item>The echo brings the seq. It is told after the answer, whichever comes first; without an answer in time it is
/// the answer.</item>
/// </list>
/// <para>
/// The other connections of this user and platform learn of the message from these conversation events: each send tells
/// at least one whose <c>latestMsg</c> is the message in its final state, and the sends of a conversation do not
/// overlap, so that none is skipped. OnRecvNewMessages stays for messages from elsewhere, as in the SDK: it goes to all
/// connections alike, and the one that sent has the message already.
/// </para>
/// <para>
/// Sending a message again never makes a second one: the server would take it as new, so that it is looked for first
/// when it may be there (<see cref="SentBefore"/>).
/// </para>
/// <para>A send goes on when its caller is gone: who types and closes the page expects the message to arrive.</para>
/// </content>
internal sealed partial class SessionGrain
{
    private const int MaxSendsUnderWay = 256;

    /// <summary>
    /// As long as the SDK waits for an answer; a connection that breaks gives the echo the rest of it to come.
    /// </summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    private static readonly OpenImError QueueFull = new(ErrorCode.Unknown, "send task queue full");
    private static readonly OpenImError Repeated = new(ErrorCode.MessageRepeat, "Only failed messages can be resent");

    private SendOrder? _sendOrder;

    public Task<Result<MsgStruct>> SendMessage(
        MsgStruct message, string recvID, string groupID, OfflinePushInfo? offlinePushInfo, bool isOnlineOnly,
        CancellationToken cancellationToken) =>
        Send(message, recvID, groupID, offlinePushInfo, isOnlineOnly, uploads: true, cancellationToken);

    public Task<Result<MsgStruct>> SendMessageNotOss(
        MsgStruct message, string recvID, string groupID, OfflinePushInfo? offlinePushInfo, bool isOnlineOnly,
        CancellationToken cancellationToken) =>
        Send(message, recvID, groupID, offlinePushInfo, isOnlineOnly, uploads: false, cancellationToken);

    private async Task<Result<MsgStruct>> Send(
        MsgStruct message, string recvID, string groupID, OfflinePushInfo? offlinePush, bool isOnlineOnly, bool uploads,
        CancellationToken cancellationToken, [CallerMemberName] string function = "")
    {
        if (await WhenLoggedIn(cancellationToken) is { } notLoggedIn)
            return notLoggedIn;
        if (SendTarget.Of(Key.UserId, recvID, groupID) is not { } target)
            return Errors.Arguments("recvID and groupID are empty");
        if (OutgoingMessage.Refusal(message, uploads, function) is { } refusal)
            return refusal;
        var known = isOnlineOnly ? null : _index.Find(target.ConversationID, message.ClientMsgID);
        if (known is not (null or { Status: MessageStatus.Failed }))
            return Repeated;
        using var turn = (_sendOrder ??= new(MaxSendsUnderWay)).TryEnter(target.ConversationID);
        if (turn is null)
            return QueueFull;
        // Taken now: what waits for its turn when the session ends is not for the next session to send.
        var life = Life;
        if (isOnlineOnly)
            return await SendOnlineOnly(message, target, offlinePush, turn, life);

        var tellFirst = uploads && known is null;
        var mayBeThere = known is not null || WasMadeBefore(message, target);
        known = _index.GetOrAdd(target.ConversationID, message.ClientMsgID);
        (known.IsMine, known.IsFromHere, known.Status) = (true, true, MessageStatus.Sending);
        known.Sending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await turn.Came;
            return life.IsCancellationRequested
                ? Errors.DeadlineExceeded
                : await SendInTurn(message, target, offlinePush, known, tellFirst, mayBeThere, life);
        }
        finally
        {
            known.Sending = null;
            if (known.Status == MessageStatus.Sending)
                known.Status = MessageStatus.Failed;
        }
    }

    private async Task<Result<MsgStruct>> SendInTurn(
        MsgStruct message, SendTarget target, OfflinePushInfo? offlinePush, IndexedMessage known, bool tellFirst,
        bool mayBeThere, CancellationToken life)
    {
        // Whether it is there can only be said of a conversation that is known.
        if (mayBeThere && await WhenSynced(life) is { } unsynced)
            return unsynced;
        var row = await RowFor(target, life);
        var addressed = row.IsOk ? await Address(message, target, row.Value, life) : row.Error;
        if (life.IsCancellationRequested)
            return Errors.DeadlineExceeded;
        if (!addressed.IsOk)
            return addressed.Error;
        var outgoing = addressed.Value!;
        if (MessageContent.Encode(outgoing) is not { } content)
            return Errors.Arguments("the message lacks the element that its contentType names");
        known.Unlisted = outgoing;
        known.SendTime = outgoing.SendTime;
        known.AfterSeq = row.Value!.MaxSeq;
        if (mayBeThere)
        {
            var arrived = await SentBefore(row.Value, outgoing, known, life);
            if (!arrived.IsOk || arrived.Value is not null)
                return arrived!;
        }
        // One that was made before the latest message came is the latest only once the server has taken it.
        if (tellFirst && (message.SendTime == 0 || message.SendTime >= row.Value!.LatestMsgSendTime))
            TellSent(row.Value!, outgoing);

        var taken = await RequestSend(MessageConversion.ToWire(outgoing, content, offlinePush), known, life);
        if (life.IsCancellationRequested)
            return Errors.DeadlineExceeded;
        if (!taken.IsOk)
        {
            known.Sending = null;
            known.Status = MessageStatus.Failed;
            known.Unlisted = outgoing with { Status = MessageStatus.Failed };
            KeepUnlisted(row.Value!, known.Unlisted);
            TellSent(row.Value!, known.Unlisted);
            return taken.Error;
        }
        var sent = taken.Value!.Modify is { } modified
            ? MessageConversion.Latest(modified) with { Seq = 0, OfflinePush = null }
            : OutgoingMessage.Sent(outgoing, taken.Value.ServerMsgID, taken.Value.SendTime);
        row.Value!.IsOwned = true;
        TellSent(row.Value, sent);
        // From here to the end nothing is awaited: an echo comes either before, and is told now, or later, by itself.
        if (known.Sending!.Task is { IsCompletedSuccessfully: true } echo && TakeEcho(row.Value, known, echo.Result))
            TellConversation(row.Value);
        known.Sending = null;
        known.Status = MessageStatus.Sent;
        known.SendTime = sent.SendTime;
        known.Unlisted = known.Seq == 0 ? sent : null;
        ForgetKeptMessage(target.ConversationID, message.ClientMsgID);
        return sent;
    }

    /// <summary>Nothing of it is kept or told here; in a group the server sends it back like to everybody.</summary>
    private async Task<Result<MsgStruct>> SendOnlineOnly(
        MsgStruct message, SendTarget target, OfflinePushInfo? offlinePush, SendOrder.Turn turn,
        CancellationToken life)
    {
        await turn.Came;
        if (life.IsCancellationRequested)
            return Errors.DeadlineExceeded;
        var addressed = await Address(message, target, _conversations.Find(target.ConversationID), life);
        if (!addressed.IsOk)
            return addressed.Error;
        if (MessageContent.Encode(addressed.Value!) is not { } content)
            return Errors.Arguments("the message lacks the element that its contentType names");
        var data = MessageConversion.ToWire(addressed.Value!, content, offlinePush);
        MessageOptions.TurnOffForOnlineOnly(data.Options);
        var answer = await Request(
            (connection, operationID, token) => connection.SendMessageAsync(data, operationID, token), life);
        return answer.IsOk
            ? OutgoingMessage.Sent(addressed.Value!, answer.Value!.ServerMsgID, answer.Value.SendTime)
            : answer.Error;
    }

    private async Task<Result<SendMsgResp>> RequestSend(MsgData data, IndexedMessage known, CancellationToken life)
    {
        var echo = known.Sending!.Task;
        var start = Time.GetTimestamp();
        var answer = await Request(
            (connection, operationID, token) => connection.SendMessageAsync(data, operationID, token), life);
        if (answer.Error != Errors.NetworkTimeout)
            return answer;
        // It was written, so that the server may have it: then its echo comes, after a reconnect at the latest.
        if (AnswerLimit - Time.GetElapsedTime(start) is { Ticks: > 0 } rest)
            await ((Task)echo).WaitAsync(rest, Time, life).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return echo.IsCompletedSuccessfully
            ? new SendMsgResp { ServerMsgID = echo.Result.ServerMsgID, SendTime = echo.Result.SendTime }
            : answer;
    }

    /// <summary>Group: how many see it, and the own name there. Single: whether the chat is private.</summary>
    private async Task<Result<MsgStruct>> Address(
        MsgStruct message, SendTarget target, ConversationRow? row, CancellationToken life)
    {
        // The server's clock, which dates what is there, may be ahead of this one.
        var now = Math.Max(NowMilliseconds, row?.LatestMsgSendTime ?? 0);
        if (!target.IsGroup)
        {
            var attached = OutgoingMessage.AttachedInSingle(message.AttachedInfoElem, row);
            var single = OutgoingMessage.Addressed(message, Key.UserId, Key.PlatformId, target, attached, now);
            return OutgoingMessage.WithQuotedSeq(single, SeqOf);
        }
        var group = await GroupOf(target.SourceID, life);
        if (!group.IsOk)
            return group.Error;
        var info = new AttachedInfoElem { GroupHasReadInfo = new() { GroupMemberCount = group.Value!.MemberCount } };
        var outgoing = OutgoingMessage.Addressed(message, Key.UserId, Key.PlatformId, target, info, now);
        if (row is not null && await OwnNicknameIn(row, life) is { Length: > 0 } nickname)
            outgoing = outgoing with { SenderNickname = nickname };
        return OutgoingMessage.WithQuotedSeq(outgoing, SeqOf);

        long SeqOf(string? clientMsgID) => _index.Find(target.ConversationID, clientMsgID)?.Seq ?? 0;
    }

    /// <summary>
    /// The own name in a group, asked for once. Whether one may send there is for the server to say: without an answer
    /// the message carries the name that it has.
    /// </summary>
    private async ValueTask<string?> OwnNicknameIn(ConversationRow row, CancellationToken life)
    {
        if (row.OwnNickname is not null)
            return row.OwnNickname;
        var request = new GetGroupMembersInfoReq { GroupID = row.SourceID, UserIDs = { Key.UserId } };
        var members = await Call(_groupApi.GetGroupMembersInfo, request, life);
        return members.IsOk ? row.OwnNickname = members.Value!.Members.FirstOrDefault()?.Nickname ?? "" : null;
    }

    /// <summary>
    /// The row that shows the message, made when there is none. It is hidden until something is told of it.
    /// </summary>
    private async Task<Result<ConversationRow>> RowFor(SendTarget target, CancellationToken life)
    {
        if (_conversations.Find(target.ConversationID) is { } known)
            return known;
        var row = new ConversationRow(target.ConversationID, target.SessionType, target.SourceID, Key.UserId);
        if (await Name(row, life) is { } error && target.IsGroup)
            return error;
        if (_conversations.Find(target.ConversationID) is { } other)
            return other;
        _conversations.Add(row);
        return row;
    }

    private void TellSent(ConversationRow row, MsgStruct message)
    {
        // The row may have gone with others that the server did not know.
        if (_conversations.Find(row.ConversationID) is null)
            _conversations.Add(row);
        row.TakeSent(message);
        TellConversation(row);
    }
}
