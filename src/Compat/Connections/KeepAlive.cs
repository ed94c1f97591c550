using Microsoft.Extensions.Hosting;

namespace OpenIM.SignalR.Compat.Connections;

/// <summary>
/// Pings every legacy connection every 28 seconds, as oimws did, and cuts those that are silent in spite of two pings.
/// One timer for all: each second has its share of the connections.
/// </summary>
internal sealed class KeepAlive(LegacyConnections connections, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(28);

    private static readonly TimeSpan Dead = PingInterval * 2 + TimeSpan.FromSeconds(4);

    /// <summary>One second's share.</summary>
    public void Tick(long second)
    {
        var share = (int)(second % (long)PingInterval.TotalSeconds);
        foreach (var connection in connections.All)
        {
            if (connection.Share != share)
                continue;
            if (connection.Silence > Dead)
                connection.Abort();
            else
                connection.Ping();
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        for (var second = 0L; await timer.WaitForNextTickAsync(stoppingToken); second++)
            Tick(second);
    }
}
