using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Deleting whole histories. Everywhere: the server forgets them for this user. Only here: the session keeps up to which
/// seq its clients do not want to see any more. Hidden conversations are left alone.
/// </content>
internal sealed partial class SessionGrain
{
    public async Task<Result> DeleteAllMsgFromLocal(CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        var rows = _conversations.Visible();
        if (await MarkAllReadOnServer(rows, cancellationToken) is { } failure)
            return failure;
        TellEmptiedHere(rows);
        return Result.Ok;
    }

    public async Task<Result> DeleteConversationMsgFromLocal(
        string conversationID, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (_conversations.Find(conversationID) is not { } row)
            return Errors.RecordNotFound(conversationID);
        if (await MarkAllReadOnServer([row], cancellationToken) is { } failure)
            return failure;
        TellEmptiedHere([row]);
        return Result.Ok;
    }

    public async Task<Result> DeleteAllMsgFromLocalAndSvr(CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        var rows = _conversations.Visible();
        using var turn = await SettingsTurn(cancellationToken);
        var request = new UserClearAllMsgReq { UserID = Key.UserId };
        var cleared = await Call(_messageApi.UserClearAllMsg, request, cancellationToken);
        if (!cleared.IsOk)
            return cleared.Error;
        var unmarked = await MarkAllReadOnServer(rows, cancellationToken);
        TellCleared(rows, hide: false);
        // The original tells the total once when the messages are gone, and once when the conversations are empty.
        TellTotalUnread();
        return unmarked is null ? Result.Ok : unmarked;
    }

    /// <summary>What nobody will see any more does not count as unread on the user's other devices either.</summary>
    private async Task<OpenImError?> MarkAllReadOnServer(
        List<ConversationRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows.Where(static row => row.IsOwned && row.HasReadSeq < row.MaxSeq))
        {
            var last = row.MaxSeq;
            var request = new SetConversationHasReadSeqReq
            {
                UserID = Key.UserId,
                ConversationID = row.ConversationID,
                HasReadSeq = last,
            };
            var answer = await Call(_messageApi.SetConversationHasReadSeq, request, cancellationToken);
            if (!answer.IsOk)
                return answer.Error;
            row.HasReadSeq = Math.Max(row.HasReadSeq, last);
        }
        return null;
    }

    private void TellEmptiedHere(List<ConversationRow> rows)
    {
        foreach (var row in rows)
        {
            _index.Forget(row.ConversationID);
            ForgetKeptMessages(row.ConversationID);
            Empty(row, hide: !row.IsVisible);
            Keep(row, kept => kept with { DeletedSeq = row.MaxSeq });
        }
        TellEmptied(rows);
    }
}
