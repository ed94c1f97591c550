using OpenIM.SignalR.Cluster;
using OpenIM.SignalR.Gateway;

[assembly: AssemblyFixture(typeof(TwoNodes))]

namespace OpenIM.SignalR.Cluster;

/// <summary>Two gateways that meet in a Redis. The first one has the Sandbox in its process, the second one uses it.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private RedisServer? redis;
    private GatewayProcess? first;
    private GatewayProcess? second;

    public GatewayProcess First => first!;

    public GatewayProcess Second => second!;

    public SandboxAccounts Users { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        redis = await RedisServer.StartAsync(cancel);
        first = await GatewayProcess.StartAsync(Node(), cancel);
        second = await GatewayProcess.StartAsync(
            Node(("OpenIM:ApiAddress", $"{first.SandboxApi}"), ("OpenIM:WsAddress", $"{first.SandboxWs}")), cancel);
        Users = await SandboxAccounts.OpenAsync(first.SandboxApi, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        Users?.Dispose();
        if (second is not null)
            await second.DisposeAsync();
        if (first is not null)
            await first.DisposeAsync();
        if (redis is not null)
            await redis.DisposeAsync();
    }

    private Dictionary<string, string> Node(params (string Path, string Value)[] more)
    {
        var configuration = new Dictionary<string, string>
        {
            ["Redis:ConnectionString"] = redis!.ConnectionString,
            ["Cluster:Address"] = "127.0.0.1",
        };
        foreach (var (path, value) in more)
            configuration[path] = value;
        return configuration;
    }
}
