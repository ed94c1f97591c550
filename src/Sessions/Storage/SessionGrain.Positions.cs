namespace OpenIM.SignalR.Sessions;

/// <content>
/// Positions, written behind: after a change at most once in a while, and at the end. A crash in between costs that
/// some messages are told twice to the next login, never that one is missed.
/// </content>
internal sealed partial class SessionGrain
{
    private static readonly TimeSpan WriteBehind = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(10);

    private bool _positionsChanged;
    private IGrainTimer? _writing;

    /// <summary>The position of a conversation; null when nothing of it was handled yet.</summary>
    private ConversationPosition? PositionOf(string conversationID) =>
        _positions.State.Conversations.TryGetValue(conversationID, out var position) ? position : null;

    /// <summary>Keeps the unread count that clients were told, for the next login.</summary>
    private void KeepUnread(string conversationID, int unread)
    {
        var position = PositionOf(conversationID) ?? default;
        if (position.Unread != unread)
            Keep(conversationID, position with { Unread = unread });
    }

    /// <summary>Everything of a conversation up to <paramref name="seq"/> is handled.</summary>
    private void Advance(string conversationID, long seq)
    {
        var position = PositionOf(conversationID);
        if (position is null || position.Value.Seq < seq)
            Keep(conversationID, (position ?? default) with { Seq = seq });
    }

    private void Keep(string conversationID, ConversationPosition position)
    {
        _positions.State.Conversations[conversationID] = position;
        PositionsChanged();
    }

    private void PositionsChanged()
    {
        _positionsChanged = true;
        _writing ??= this.RegisterGrainTimer(
            static (session, _) => session.WritePositions(),
            this, WriteBehind, Timeout.InfiniteTimeSpan);
    }

    private async Task WritePositions()
    {
        _writing?.Dispose();
        _writing = null;
        if (!_positionsChanged)
            return;
        _positionsChanged = false;
        // Not the timer's token: that one is canceled with the timer.
        using var limit = new CancellationTokenSource(WriteLimit, Time);
        try
        {
            await _positions.WriteStateAsync(limit.Token);
        }
#pragma warning disable CA1031 // What a storage provider throws is not known here; a session goes on without it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogPositionsUnwritten(Key, error);
            if (_status != LoginStatus.LoggedOut)
                PositionsChanged();
        }
    }
}
