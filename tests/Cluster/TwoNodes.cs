using OpenIM.SignalR.Cluster;
using OpenIM.SignalR.Gateway;

[assembly: AssemblyFixture(typeof(TwoNodes))]

namespace OpenIM.SignalR.Cluster;

/// <summary>Two gateways that meet in a Redis. The first one has the Sandbox in its process, the second one uses it.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private RedisServer? _redis;
    private GatewayProcess? _first;
    private GatewayProcess? _second;

    public GatewayProcess First => _first!;

    public GatewayProcess Second => _second!;

    public SandboxAccounts Users { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        _redis = await RedisServer.StartAsync(cancel);
        _first = await GatewayProcess.StartAsync(Node(), cancel);
        _second = await GatewayProcess.StartAsync(
            Node(("OpenIM:ApiAddress", $"{_first.SandboxApi}"), ("OpenIM:WsAddress", $"{_first.SandboxWs}")), cancel);
        Users = await SandboxAccounts.OpenAsync(_first.SandboxApi, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        Users?.Dispose();
        if (_second is not null)
            await _second.DisposeAsync();
        if (_first is not null)
            await _first.DisposeAsync();
        if (_redis is not null)
            await _redis.DisposeAsync();
    }

    private Dictionary<string, string> Node(params (string Path, string Value)[] more)
    {
        var configuration = new Dictionary<string, string>
        {
            ["Redis:ConnectionString"] = _redis!.ConnectionString,
            ["Cluster:Address"] = "127.0.0.1",
        };
        foreach (var (path, value) in more)
            configuration[path] = value;
        return configuration;
    }
}
