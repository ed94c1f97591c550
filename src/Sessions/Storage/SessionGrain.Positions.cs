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
    private long? PositionOf(string conversationID) =>
        _positions.State.Conversations.TryGetValue(conversationID, out var seq) ? seq : null;

    /// <summary>Everything of a conversation up to <paramref name="seq"/> is handled.</summary>
    private void Advance(string conversationID, long seq)
    {
        if (PositionOf(conversationID) >= seq)
            return;
        // The row's text, so that an idle session holds each id once.
        _positions.State.Conversations[_conversations.Find(conversationID)?.ConversationID ?? conversationID] = seq;
        PositionsChanged();
    }

    /// <summary>After a login: positions that were stored, and rows that were listed, hold each id once.</summary>
    private void ShareConversationIDs()
    {
        var positions = _positions.State.Conversations;
        foreach (var row in _conversations.All)
            if (positions.Remove(row.ConversationID, out var seq))
                positions[row.ConversationID] = seq;
        positions.TrimExcess();
        _conversations.TrimExcess();
    }

    private void PositionsChanged() =>
        (_positionsWriting ??= new(this, _positions.WriteStateAsync, PositionsDelay, Time, OnUnwritten)).Changed();

    private Task WritePositions() => _positionsWriting?.Write() ?? Task.CompletedTask;

    /// <summary>Whether to try again.</summary>
    private bool OnUnwritten(Exception error)
    {
        LogStateUnwritten(Key, error);
        return _status != LoginStatus.LoggedOut;
    }
}
