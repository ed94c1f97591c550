using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Clearing and deleting conversations. There is no event for a row that is gone: the original tells an empty list of
/// changed rows, and so does this.
/// </content>
internal sealed partial class SessionGrain
{
    private const int ClearConversation = 1703;

    public async Task<Result> ClearConversationAndDeleteAllMsg(
        string conversationID, bool tellOwnDevices, CancellationToken cancellationToken) =>
        await Clear(conversationID, hide: false, tellOwnDevices, cancellationToken);

    public async Task<Result> DeleteConversationAndDeleteAllMsg(
        string conversationID, bool tellOwnDevices, CancellationToken cancellationToken) =>
        await Clear(conversationID, hide: true, tellOwnDevices, cancellationToken);

    private async Task<Result> Clear(
        string conversationID, bool hide, bool tellOwnDevices, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (_conversations.Find(conversationID) is not { } row)
            return Errors.RecordNotFound(conversationID);
        using var turn = await SettingsTurn(cancellationToken);
        if (row.IsOwned && await ClearOnServer(row, tellOwnDevices, cancellationToken) is { } failure)
            return failure;
        TellCleared([row], hide);
        return Result.Ok;
    }

    /// <summary>The server moves the read position by itself, too; older ones need to be told.</summary>
    private async Task<OpenImError?> ClearOnServer(
        ConversationRow row, bool tellOwnDevices, CancellationToken cancellationToken)
    {
        var last = row.MaxSeq;
        var clear = new ClearConversationsMsgReq
        {
            UserID = Key.UserId,
            ConversationIDs = { row.ConversationID },
            DeleteSyncOpt = tellOwnDevices ? new DeleteSyncOpt { IsSyncSelf = true } : null,
        };
        var cleared = await Call(_messageApi.ClearConversationMsg, clear, cancellationToken);
        // A conversation that the server does not know holds nothing there.
        if (cleared.Error is { Code: not ErrorCode.RecordNotFound } error)
            return error;
        if (last == 0)
            return null;
        var read = new SetConversationHasReadSeqReq
        {
            UserID = Key.UserId,
            ConversationID = row.ConversationID,
            HasReadSeq = last,
        };
        return (await Call(_messageApi.SetConversationHasReadSeq, read, cancellationToken)).Error;
    }

    /// <summary>Another device of this user has cleared conversations, or this one.</summary>
    private void ReceiveCleared(ClearConversationTips tips) =>
        TellCleared(tips.ConversationIDs.Select(_conversations.Find).OfType<ConversationRow>().ToList(), hide: false);

    /// <summary>Nothing of these conversations is left; what comes from now on is new.</summary>
    private void TellCleared(List<ConversationRow> rows, bool hide)
    {
        foreach (var row in rows)
        {
            _index.Forget(row.ConversationID);
            ForgetKeptMessages(row.ConversationID);
            Empty(row, hide);
            row.HasReadSeq = row.MarkedSeq = row.MaxSeq;
            row.AssumeSettings(row.Settings with { MinSeq = row.MaxSeq + 1 });
        }
        TellEmptied(rows);
    }

    private void TellEmptied(List<ConversationRow> rows)
    {
        IReadOnlyList<LocalConversation> left =
            [.. rows.Where(static row => row.IsVisible).Select(static row => row.ToLocalConversation())];
        Events.Raise("OnConversationChanged", left, Json.Relaxed.IReadOnlyListLocalConversation);
        TellTotalUnread();
    }
}
