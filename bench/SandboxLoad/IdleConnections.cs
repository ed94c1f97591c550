using System.Diagnostics;

namespace OpenIM.SignalR.SandboxLoad;

/// <summary>What connections cost on which nothing happens.</summary>
internal static class IdleConnections
{
    public static async Task<object> MeasureAsync(ServerUnderLoad server, int connections, int seconds)
    {
        await server.RegisterAsync(connections);
        await Task.Delay(TimeSpan.FromSeconds(3));
        var before = server.Usage();
        var watch = Stopwatch.StartNew();
        var clients = await server.OpenAsync(connections);
        watch.Stop();
        await Task.Delay(TimeSpan.FromSeconds(5));
        var opened = server.Usage();
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        var after = server.Usage();
        GC.KeepAlive(clients);
        return new
        {
            connections,
            beforeMB = before.Megabytes,
            afterMB = after.Megabytes,
            kilobytesPerConnection = (after.Megabytes - before.Megabytes) * 1024 / connections,
            idleCores = (after.Cpu - opened.Cpu).TotalSeconds / seconds,
            openedPerSecond = connections / watch.Elapsed.TotalSeconds,
        };
    }
}
