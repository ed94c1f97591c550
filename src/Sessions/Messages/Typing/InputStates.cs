namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Who is typing where, as the others have told it. A state that is not renewed is over after ten seconds; the session
/// looks for such states only while there are any.
/// </summary>
internal sealed class InputStates
{
    /// <summary>How long "is typing" holds without being said again.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    /// <summary>A crowd in a big group cannot make a session grow: whoever starts typing then is not shown.</summary>
    private const int MaxStates = 128;

    private readonly List<State> _states = [];

    public bool IsEmpty => _states.Count == 0;

    /// <summary>Somebody says that he types, or that he stopped. Whether that changes what is shown of him.</summary>
    public bool Change(string conversationID, string userID, int platformID, bool isTyping, DateTimeOffset now)
    {
        var at = _states.FindIndex(s => s.PlatformID == platformID && s.Typist == (conversationID, userID));
        if (!isTyping)
        {
            if (at >= 0)
                _states.RemoveAt(at);
            return at >= 0;
        }
        var state = new State((conversationID, userID), platformID, now + Lifetime);
        if (at >= 0)
            _states[at] = state;
        else if (_states.Count < MaxStates)
            _states.Add(state);
        else
            return false;
        return at < 0;
    }

    /// <summary>The platforms on which the user types there, ascending.</summary>
    public IReadOnlyList<int> PlatformsOf(string conversationID, string userID, DateTimeOffset now) =>
    [
        .. _states.Where(s => s.Typist == (conversationID, userID) && s.EndsAt > now).Select(s => s.PlatformID).Order(),
    ];

    /// <summary>Forgets what is over and returns whose states that changed.</summary>
    public IReadOnlyList<(string ConversationID, string UserID)> Expire(DateTimeOffset now)
    {
        var over = _states.Where(s => s.EndsAt <= now).Select(s => s.Typist).Distinct().ToList();
        _states.RemoveAll(s => s.EndsAt <= now);
        return over;
    }

    public void Clear() => _states.Clear();

    private readonly record struct State(
        (string ConversationID, string UserID) Typist, int PlatformID, DateTimeOffset EndsAt);
}
