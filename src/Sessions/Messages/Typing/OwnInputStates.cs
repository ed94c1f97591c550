namespace OpenIM.SignalR.Sessions;

/// <summary>
/// What this session has told others of its own typing: "yes" at most once in ten seconds, "no" only after a "yes" that
/// still holds.
/// </summary>
internal sealed class OwnInputStates
{
    private readonly Dictionary<string, DateTimeOffset> _typingSince = [];

    /// <summary>Whether there is something to tell. If so it counts as told, until <see cref="Forget"/>.</summary>
    public bool MustTell(string conversationID, bool isTyping, DateTimeOffset now)
    {
        var holds = _typingSince.TryGetValue(conversationID, out var since) && now - since < InputStates.Lifetime;
        if (isTyping == holds)
            return false;
        if (isTyping)
            _typingSince[conversationID] = now;
        else
            _typingSince.Remove(conversationID);
        return true;
    }

    /// <summary>Telling it failed: the next change is told again.</summary>
    public void Forget(string conversationID) => _typingSince.Remove(conversationID);

    public void Clear() => _typingSince.Clear();
}
