using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Sends that may have been made before: one that failed without an answer, or one of an earlier session, whose client
/// does not know how it ended.
/// </content>
internal sealed partial class SessionGrain
{
    /// <summary>By how much the server's clock may be behind the one that dated the message.</summary>
    private const int ClockDifference = 60_000;

    private long _sessionStart;

    /// <summary>Whether an earlier session of this user may have sent the message already.</summary>
    private bool WasMadeBefore(MsgStruct message, SendTarget target) =>
        (message.CreateTime > 0 && message.CreateTime < _sessionStart)
        || (KeptMessages.Rows.Count > 0 && KeptMessages.Find(target.ConversationID, message.ClientMsgID) is not null);

    /// <summary>
    /// The message as the server has it, when it has it; null when it must be sent. Without an answer to that it is not
    /// sent either, and stays failed.
    /// </summary>
    private async Task<Result<MsgStruct?>> SentBefore(
        ConversationRow row, MsgStruct outgoing, IndexedMessage known, CancellationToken life)
    {
        if (!row.IsOwned)
            return new Result<MsgStruct?>(null, null);
        var error = await LookFor(row, [outgoing.ClientMsgID!], life, outgoing.CreateTime - ClockDifference);
        if (life.IsCancellationRequested)
            return Errors.DeadlineExceeded;
        if (error is not null)
        {
            known.Unlisted = outgoing with { Status = MessageStatus.Failed };
            KeepUnlisted(row, known.Unlisted);
            return error;
        }
        if (known.Seq == 0)
            return new Result<MsgStruct?>(null, null);
        var stored = await StoredForms(row, [known], life);
        if (!stored.IsOk)
            return stored.Error;
        if (life.IsCancellationRequested || !stored.Value!.TryGetValue(known.Key, out var there))
            return Errors.DeadlineExceeded;
        known.Status = MessageStatus.Sent;
        TellSent(row, there);
        return there;
    }

    /// <summary>The session ends with sends under way: their clients find them as failed, and may send them again.</summary>
    private void KeepUnsent()
    {
        foreach (var message in _index.All)
            if (message is { Status: MessageStatus.Sending, Unlisted: { } unlisted }
                && _conversations.Find(message.ConversationID) is { } row)
                KeepUnlisted(row, unlisted with { Status = MessageStatus.Failed });
    }
}
