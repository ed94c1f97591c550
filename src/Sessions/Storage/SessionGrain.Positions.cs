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

    /// <summary>The highest seq of a conversation that is handled; null when nothing of it was handled yet.</summary>
    private long? PositionOf(string conversationID) =>
        _positions.State.Conversations.TryGetValue(conversationID, out var seq) ? seq : null;

    /// <summary>Everything of a conversation up to <paramref name="seq"/> is handled.</summary>
    private void Advance(string conversationID, long seq)
    {
        if (PositionOf(conversationID) >= seq)
            return;
        _positions.State.Conversations[conversationID] = seq;
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
