namespace OpenIM.SignalR.Sandbox;

/// <summary>The open connections of one user and whether the push side knows about them yet.</summary>
internal sealed class UserConnections
{
    private readonly Lock _lock = new();
    private volatile GatewayConnection[] _open = [];
    private volatile bool _removed;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<GatewayConnection> Open => _open;

    /// <summary>
    /// The platforms of the connections as last collected, one entry a connection; they lag by up to a second.
    /// </summary>
    public int[] KnownPlatforms { get; set; } = [];

    /// <summary>False when the entry was given up meanwhile: the caller takes a new one.</summary>
    public bool TryAdd(GatewayConnection connection)
    {
        lock (_lock)
        {
            if (_removed)
                return false;
            _open = [.. _open, connection];
            return true;
        }
    }

    public void Remove(GatewayConnection connection)
    {
        lock (_lock)
            _open = Array.FindAll(_open, other => other != connection);
    }

    /// <summary>Whether nothing is left to keep this entry for; it takes no connections any more then.</summary>
    public bool TryGiveUp()
    {
        lock (_lock)
            return _removed = _open.Length == 0 && KnownPlatforms.Length == 0;
    }

    public void Push(OutgoingFrame frame)
    {
        if (KnownPlatforms.Length == 0)
            return;
        foreach (var connection in _open)
            if (connection is not { PlatformID: Platforms.IOS, IsBackground: true })
                connection.Push(frame);
    }
}
