using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Gateway;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Unit.Sessions.Events;
using OpenIM.SignalR.Upstream;
using Orleans.TestingHost;

namespace OpenIM.SignalR.Unit.Sessions.Session;

/// <summary>
/// A silo with the session engine, an OpenIM server, and a cable between them that can be cut. Waits are on events
/// and calls.
/// </summary>
internal sealed class SessionHost : IAsyncDisposable
{
    private readonly SandboxServer _sandbox;
    private readonly InProcessTestCluster _cluster;
    private readonly HttpClient _http = new();
    private string _adminToken = "";

    private SessionHost(
        SandboxServer sandbox, CuttableNetwork network, CuttableNetwork api, InProcessTestCluster cluster,
        RecordingSink sink)
    {
        _sandbox = sandbox;
        Network = network;
        Api = api;
        _cluster = cluster;
        Sink = sink;
    }

    /// <summary>Between the sessions and OpenIM's message gateway.</summary>
    public CuttableNetwork Network { get; }

    /// <summary>Between the sessions and OpenIM's REST API.</summary>
    public CuttableNetwork Api { get; }

    /// <summary>The silo's services.</summary>
    public IServiceProvider Services => _cluster.Silos[0].ServiceProvider;

    /// <summary>From now on OpenIM refuses what users ask of a REST path with that code.</summary>
    public void Refuse(string path, int code) => _sandbox.Services.GetRequiredService<Faults>().Set(
        new FaultOptions { RefusalRate = 1, RefusalCode = code, FaultTargets = path });

    /// <summary>What the sessions told.</summary>
    public RecordingSink Sink { get; }

    /// <param name="configure">The sessions' options.</param>
    /// <param name="onlineStatusInterval">How long the server takes to note who is online; until then it pushes
    /// nothing.</param>
    public static async Task<SessionHost> StartAsync(
        Action<SessionOptions>? configure = null, TimeSpan? onlineStatusInterval = null)
    {
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                RestPort = 0,
                GatewayPort = 0,
                OnlineStatusInterval = onlineStatusInterval ?? TimeSpan.FromMilliseconds(50),
            },
            cancellationToken: TestContext.Current.CancellationToken);
        var network = new CuttableNetwork(sandbox.WsAddress.Port);
        var api = new CuttableNetwork(sandbox.ApiAddress.Port);
        var sink = new RecordingSink();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddOpenImUpstream(upstream =>
            {
                upstream.ApiAddress = new Uri($"http://127.0.0.1:{api.Port}");
                upstream.WsAddress = new Uri($"ws://127.0.0.1:{network.Port}");
            });
            silo.Services.AddSingleton<ISessionEventSink>(sink);
            silo.AddMemoryGrainStorage(SessionStorage.Name);
            silo.AddSessions(configure);
        });
        builder.ConfigureClient(client => client.Services.AddContractsSerialization());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        var host = new SessionHost(sandbox, network, api, cluster, sink);
        var admin = await host.Post("/auth/get_admin_token", new { secret = "openIM123", userID = "imAdmin" }, "");
        host._adminToken = admin.GetProperty("token").GetString()!;
        return host;
    }

    public ISessionGrain Session(string userID, int platform = Platform.Web) =>
        _cluster.Client.GetGrain<ISessionGrain>(new SessionKey(userID, platform).ToString());

    public Task Register(params string[] userIDs) =>
        Post("/user/user_register", new
        {
            users = userIDs.Select(id => new { userID = id, nickname = $"{id}'s name" }),
        });

    public async Task<string> Token(string userID, int platform = Platform.Web) =>
        (await Post("/auth/get_user_token", new { userID, platformID = platform })).GetProperty("token").GetString()!;

    /// <summary>Logs a user in and waits for the first sync.</summary>
    public async Task<ISessionGrain> LoggedIn(string userID)
    {
        await Register(userID);
        var session = Session(userID);
        Assert.Equal(Result.Ok, await session.Login(
            await Token(userID), "c1", isReturn: false, TestContext.Current.CancellationToken));
        await Sink.Until("OnSyncServerFinish");
        return session;
    }

    /// <summary>
    /// Waits until the server has noted that a user came or went; it pushes only to whom it sees online.
    /// </summary>
    public Task IsOnline(string userID, bool online = true) => Until(async () =>
        (await Post("/user/get_users_status", new { userID = "imAdmin", userIDs = new[] { userID } }))
            .GetProperty("statusList")[0].GetProperty("status").GetInt32() == (online ? 1 : 0));

    /// <summary>Asks until something is so that no event tells.</summary>
    public static async Task Until(Func<Task<bool>> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!await holds())
            await Task.Delay(10, limit.Token);
    }

    /// <summary>One REST call as administrator; its data.</summary>
    public Task<JsonElement> Post(string path, object body) => Post(path, body, _adminToken);

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await Network.DisposeAsync();
        await Api.DisposeAsync();
        await _sandbox.DisposeAsync();
        _http.Dispose();
    }

    private async Task<JsonElement> Post(string path, object body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_sandbox.ApiAddress, path))
        {
            Content = JsonContent.Create(body),
            Headers = { { "operationID", "test" }, { "token", token } },
        };
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(0, answer.GetProperty("errCode").GetInt32());
        return answer.TryGetProperty("data", out var data) ? data : default;
    }
}
