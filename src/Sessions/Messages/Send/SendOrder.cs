namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Lets the sends of one conversation go one after another in the order in which they were called, those of different
/// conversations side by side. Bounded: who calls faster than the server answers is refused, not queued forever.
/// <code>
///   si_a_b   send 1 ──► send 2 ──► send 3      each waits for the end of the one before
///   si_a_c   send 4
/// </code>
/// </summary>
internal sealed class SendOrder(int limit)
{
    private readonly Dictionary<string, Turn> _last = [];
    private int _underWay;

    /// <summary>A place in the conversation's line, or null when too many sends are under way.</summary>
    public Turn? TryEnter(string conversationID)
    {
        if (_underWay >= limit)
            return null;
        _underWay++;
        var turn = new Turn(this, conversationID, _last.GetValueOrDefault(conversationID));
        _last[conversationID] = turn;
        return turn;
    }

    /// <summary>One send's place in line. Disposing it lets the next one go.</summary>
    internal sealed class Turn(SendOrder order, string conversationID, Turn? before) : IDisposable
    {
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Turn? _before = before;

        /// <summary>Completes when all sends that were called before have ended.</summary>
        public Task Came => _before?._over.Task ?? Task.CompletedTask;

        public void Dispose()
        {
            if (!_over.TrySetResult())
                return;
            _before = null;
            order._underWay--;
            if (order._last.TryGetValue(conversationID, out var latest) && latest == this)
                order._last.Remove(conversationID);
        }
    }
}
