namespace OpenIM.SignalR.Sessions;

/// <content>
/// Positions, written behind. A crash before the write costs that some messages are told twice to the next login, never
/// that one is missed.
/// </content>
internal sealed partial class SessionGrain
{
    private static readonly TimeSpan PositionsDelay = TimeSpan.FromSeconds(15);

    private WriteBehind? _positionsWriting;

    /// <summary>The highest seq of a conversation that is handled; null when nothing of it was handled yet.</summary>
    private long? PositionOf(string conversationID) => _conversations.PositionOf(conversationID);

    /// <summary>Everything of a conversation up to <paramref name="seq"/> is handled.</summary>
    private void Advance(string conversationID, long seq)
    {
        if (_conversations.Advance(conversationID, seq))
            PositionsChanged();
    }

    /// <summary>From what was stored to where they are used, which is in the rows.</summary>
    private void LoadPositions()
    {
        _conversations.LoadPositions(_positions.State.Conversations);
        _positions.State.Conversations = [];
    }

    private async Task StorePositions(CancellationToken cancellationToken)
    {
        var stored = _positions.State.Conversations = _conversations.Positions();
        try
        {
            await _positions.WriteStateAsync(cancellationToken);
        }
        finally
        {
            // Not those of a later write, which may be under way when the session ends.
            if (ReferenceEquals(_positions.State.Conversations, stored))
                _positions.State.Conversations = [];
        }
    }

    private void PositionsChanged() =>
        (_positionsWriting ??= new(this, StorePositions, PositionsDelay, Time, OnUnwritten)).Changed();

    private Task WritePositions() => _positionsWriting?.Write() ?? Task.CompletedTask;

    /// <summary>Whether to try again.</summary>
    private bool OnUnwritten(Exception error)
    {
        LogStateUnwritten(Key, error);
        return _status != LoginStatus.LoggedOut;
    }
}
