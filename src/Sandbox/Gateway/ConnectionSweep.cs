namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// One clock for all connections: once a second it ends those that were silent too long or do not get their last frames
/// out, and pings those of platform Web, as the real server does for browsers, which cannot ping by themselves.
/// </summary>
internal sealed class ConnectionSweep(SandboxOptions options, GatewayConnections connections, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(27);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
            foreach (var connection in connections.All)
                Sweep(connection, stoppingToken);
    }

    private void Sweep(GatewayConnection connection, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(connection.Stream.LastRead) > options.SilenceLimit || connection.EndingFor > EndLimit)
            connection.Abort();
        else if (connection.PlatformID == Platforms.Web
            && time.GetElapsedTime(connection.Stream.LastPing) >= PingInterval)
            _ = connection.Stream.PingAsync(cancellationToken);
    }
}
