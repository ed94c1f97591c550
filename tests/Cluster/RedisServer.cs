using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace OpenIM.SignalR.Cluster;

/// <summary>
/// A Redis for the tests: garnet-server of the tool manifest, which needs no installation. Orleans' membership table and grain
/// storage are Lua scripts, which Garnet runs only when it is told to, and as a whole only in its transaction mode.
/// </summary>
public sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RedisServer()
    {
        Port = FreePort();
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = typeof(RedisServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(attribute => attribute.Key == "RepositoryFolder").Value!,
        };
        foreach (var argument in (string[])["garnet-server", "--bind", "127.0.0.1", "--lua", "--lua-transaction-mode"])
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add("--port");
        start.ArgumentList.Add(Port.ToString(CultureInfo.InvariantCulture));
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) => _ready.TrySetException(
            new InvalidOperationException("garnet-server ended at once. Has 'dotnet tool restore' been run?"));
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Ready to accept connections", StringComparison.Ordinal) == true)
                _ready.TrySetResult();
        };
    }

    public int Port { get; }

    public string ConnectionString => $"127.0.0.1:{Port}";

    public static async Task<RedisServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new RedisServer();
        server._process.Start();
        server._process.BeginOutputReadLine();
        await server._ready.Task.WaitAsync(StartTimeout, cancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Garnet does not say which port it took, so it is told one. The system gives them in turn: this one stays free.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
