namespace OpenIM.SignalR.Upstream;

/// <summary>
/// Looks after all connections of the process with one timer: a wheel of six slots, one second each, so that every
/// connection is looked at each six seconds. A timer per connection would cost more than an idle connection does.
/// </summary>
internal sealed class GatewayKeepAlive : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly HashSet<GatewayConnection>[] _wheel = [[], [], [], [], [], []];
    private readonly ITimer _timer;
    private int _current;
    private int _next;

    public GatewayKeepAlive(TimeProvider time)
    {
        // The first to connect may be a grain or a request; its context must not live on in the timer.
        using var noFlow = ExecutionContext.SuppressFlow();
        _timer = time.CreateTimer(static wheel => ((GatewayKeepAlive)wheel!).Turn(), this, Tick, Tick);
    }

    /// <summary>Begins to look after a connection; the slot is given back to <see cref="Remove"/>.</summary>
    public int Add(GatewayConnection connection)
    {
        var slot = (int)((uint)Interlocked.Increment(ref _next) % (uint)_wheel.Length);
        lock (_wheel[slot])
            _wheel[slot].Add(connection);
        return slot;
    }

    public void Remove(GatewayConnection connection, int slot)
    {
        lock (_wheel[slot])
            _wheel[slot].Remove(connection);
    }

    public void Dispose() => _timer.Dispose();

    private void Turn()
    {
        var slot = _wheel[(uint)Interlocked.Increment(ref _current) % (uint)_wheel.Length];
        GatewayConnection[] connections;
        lock (slot)
            connections = [.. slot];
        foreach (var connection in connections)
            connection.CheckAlive();
    }
}
