using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Taking messages back. The server puts a notice in the place of the message and tells all who got it, this device
/// too.
/// <list type="number">
/// <item>The message is found, with its seq; one that was just sent gets it from the server's copy.</item>
/// <item>The server is asked. Its notification may come first, and then waits for the answer.</item>
/// <item>The answer is told with the time in seconds, the notification, as to everybody else, in milliseconds: the
/// original tells whoever takes a message back both.</item>
/// </list>
/// </content>
internal sealed partial class SessionGrain
{
    private const int AdminLevel = 60;
    private const int SeqAttempts = 5;

    private static readonly TimeSpan SeqPause = TimeSpan.FromSeconds(2);

    private static readonly OpenImError NotOwn =
        new(ErrorCode.Unknown, "only send by yourself message can be revoked");

    private static readonly OpenImError NotAdmin = new(ErrorCode.Unknown, "only group admin can revoke message");

    /// <summary>Under way, with the notification that came meanwhile.</summary>
    private Dictionary<(string ConversationID, long Seq), RevokeMsgTips?>? _revoking;

    public async Task<Result> RevokeMessage(
        string conversationID, string clientMsgID, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (_conversations.Find(conversationID) is not { } row)
            return Errors.RecordNotFound(conversationID);
        var located = await LocateOnServer(row, clientMsgID, cancellationToken);
        if (!located.IsOk)
            return located.Error;
        var message = located.Value!;
        if (!message.IsMine && await RefusalToRevoke(row, cancellationToken) is { } refusal)
            return refusal;
        var revoking = _revoking ??= [];
        var key = (conversationID, message.Seq);
        revoking.TryAdd(key, null);
        var request = new RevokeMsgReq { UserID = Key.UserId, ConversationID = conversationID, Seq = message.Seq };
        var answer = await Call(_messageApi.RevokeMsg, request, cancellationToken);
        if (answer.IsOk)
            await TellRevoked(
                row, message.Seq, Key.UserId, Time.GetUtcNow().ToUnixTimeSeconds(), isAdmin: false, Life);
        revoking.Remove(key, out var notified);
        if (notified is not null)
            await ReceiveRevoked(notified, Life);
        return answer.IsOk ? Result.Ok : answer.Error;
    }

    private async Task<OpenImError?> RefusalToRevoke(ConversationRow row, CancellationToken cancellationToken)
    {
        if (SessionType.IsBetweenTwo(row.Type))
            return NotOwn;
        var request = new GetGroupMembersInfoReq { GroupID = row.SourceID, UserIDs = { Key.UserId } };
        var members = await Call(_groupApi.GetGroupMembersInfo, request, cancellationToken);
        if (!members.IsOk)
            return members.Error;
        return members.Value!.Members.FirstOrDefault() is { RoleLevel: >= AdminLevel } ? null : NotAdmin;
    }

    /// <summary>A message that is on the server, or will be in a moment.</summary>
    private async Task<Result<IndexedMessage>> LocateOnServer(
        ConversationRow row, string clientMsgID, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var located = await Locate(row, clientMsgID, cancellationToken);
            if (!located.IsOk || located.Value!.Seq > 0)
                return located;
            if (attempt == SeqAttempts || located.Value.Status == MessageStatus.Failed
                || KeptOf(row, clientMsgID) is { IsOnlyHere: true })
                return Errors.RecordNotFound(clientMsgID);
            RequestSync(SyncKind.Quiet);
            await Task.Delay(SeqPause, Time, cancellationToken).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (cancellationToken.IsCancellationRequested)
                return Errors.DeadlineExceeded;
        }
    }

    /// <summary>2101: somebody has taken a message back.</summary>
    private async Task ReceiveRevoked(RevokeMsgTips tips, CancellationToken life)
    {
        if (_revoking is not null && _revoking.ContainsKey((tips.ConversationID, tips.Seq)))
            _revoking[(tips.ConversationID, tips.Seq)] = tips;
        else if (_conversations.Find(tips.ConversationID) is { } row)
            await TellRevoked(row, tips.Seq, tips.RevokerUserID, tips.RevokeTime, tips.IsAdminRevoke, life);
    }

    /// <summary>A message that this user cannot see is not told of.</summary>
    private async Task TellRevoked(
        ConversationRow row, long seq, string revokerID, long revokeTime, bool isAdmin, CancellationToken life)
    {
        if (!row.IsOwned)
            return;
        var pulled = await PullSeqs(row.ConversationID, [seq], PullOrder.Asc, life);
        var data = pulled.Value?.Msgs.FirstOrDefault(message =>
            message.Seq == seq && message.Status < MessageStatus.Deleted && IsForThisUser(row, message)
            && !IsDeletedHere(row, message));
        if (data is null || life.IsCancellationRequested)
            return;
        var message = AsStored(row, data);
        var revoked = (RevokedMessage.Read(message) ?? Revoked(row, message)) with
        {
            RevokerID = revokerID,
            RevokeTime = revokeTime,
            IsAdminRevoke = isAdmin,
        };
        await LoadLatest([row], life);
        if (row.LatestSeq == seq || row.IsLatest(MessageKey.Of(message.ClientMsgID)))
        {
            row.SetLatest(RevokedMessage.Show(message, revoked));
            TellConversation(row);
        }
        else if (row.PatchLatest(latest => RevokedMessage.InQuote(latest, revoked)))
        {
            TellConversation(row);
        }
        Events.Raise("OnNewRecvMessageRevoked", revoked, Json.Relaxed.MessageRevoked);
    }

    /// <summary>The same from a message that the server still gives as it was.</summary>
    private static MessageRevoked Revoked(ConversationRow row, MsgStruct message) => new()
    {
        ClientMsgID = message.ClientMsgID ?? "",
        SourceMessageSendTime = message.SendTime,
        SourceMessageSendID = message.SendID ?? "",
        SourceMessageSenderNickname = message.SenderNickname ?? "",
        SessionType = row.Type,
        Seq = message.Seq,
        Ex = message.Ex ?? "",
    };

    /// <summary>What stands in the place of a message, with the names that this user knows.</summary>
    private MsgStruct WithRevokerNamed(ConversationRow row, MsgStruct message)
    {
        if (RevokedMessage.Read(message) is not { } revoked)
            return message;
        if (row.Type != SessionType.Single)
            return RevokedMessage.Show(message, revoked);
        return RevokedMessage.Show(message, revoked with
        {
            RevokerNickname = NameInSingle(row, revoked.RevokerID) ?? revoked.RevokerNickname,
            SourceMessageSenderNickname =
                NameInSingle(row, revoked.SourceMessageSendID) ?? revoked.SourceMessageSenderNickname,
        });
    }

    /// <summary>What somebody in a single chat is called now; null when that is not known.</summary>
    private string? NameInSingle(ConversationRow row, string? userID) =>
        userID == Key.UserId ? _self?.Value?.Nickname
        : userID == row.SourceID && row.IsNamed ? row.ShowName
        : null;
}
