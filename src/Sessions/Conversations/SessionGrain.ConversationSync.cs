using Google.Protobuf.Collections;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>What a sync does with conversations.</content>
internal sealed partial class SessionGrain
{
    /// <summary>
    /// The server's 1006 answer, before messages are pulled: read positions and largest seqs of all the user's
    /// conversations. Their difference is the unread count, whatever was counted until now.
    /// </summary>
    /// <param name="seqs">By conversation.</param>
    /// <param name="isLogin">
    /// Clients that have just come know nothing: nothing is told now, and all that is unread after the sync
    /// (<see cref="TellUnreadAfterLogin"/>). Else what differs is told; messages that the sync will pull count when
    /// they are told, and a conversation that is new comes with its first one.
    /// </param>
    /// <param name="life">The session's.</param>
    /// <returns>Why the list is not complete.</returns>
    private async Task<OpenImError?> SyncConversations(
        MapField<string, Seqs> seqs, bool isLogin, CancellationToken life)
    {
        if (isLogin && _isNewDevice)
            ForgetPast();
        var changed = new List<ConversationRow>();
        var unknown = new List<string>();
        foreach (var (conversationID, position) in seqs)
        {
            if (_conversations.Find(conversationID) is not { } row)
                unknown.Add(conversationID);
            else if (TakePosition(row, position, isLogin))
                changed.Add(row);
        }
        if (isLogin)
            return await LoadConversations(unknown, life, isLogin) is { } error ? error : await RestoreDrafts(life);
        if (changed.Count == 0)
            return null;
        await LoadLatest(changed, life);
        TellConversations(changed);
        TellTotalUnread();
        return null;
    }

    /// <summary>Whether the unread count has changed by it.</summary>
    private static bool TakePosition(ConversationRow row, Seqs position, bool isLogin)
    {
        row.IsOwned = true;
        row.HasReadSeq = position.HasReadSeq;
        // Of a larger gap not all is pulled.
        if (isLogin || position.MaxSeq - row.MaxSeq > PullAfterGap)
            row.MaxSeq = Math.Max(row.MaxSeq, position.MaxSeq);
        var unread = ConversationRow.UnreadOf(row.MaxSeq, row.HasReadSeq);
        if (row.Unread == unread)
            return false;
        row.Unread = unread;
        return true;
    }

    /// <summary>
    /// After OnSyncServerFinish of a login: the unread conversations and the total, when there are any.
    /// </summary>
    private async Task TellUnreadAfterLogin(CancellationToken life)
    {
        foreach (var row in _conversations.All)
            row.IsAnnounced = true;
        var unread = _conversations.Visible().Where(static row => row.Unread > 0).ToList();
        if (unread.Count == 0)
            return;
        await LoadLatest(unread, life);
        TellConversations(unread);
        TellTotalUnread();
    }
}
