using System.Net.Http.Json;
using System.Text.Json;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox.Fuzzing;

/// <summary>
/// A running server with some users who know each other, groups and messages: things to stumble over.
/// </summary>
internal sealed class FuzzWorld : IAsyncDisposable
{
    private static readonly string[] Names = ["alice", "bob", "carol", "dave", "erin", "x_y", "imAdmin", "ünï"];
    private static readonly string[] GroupNames = ["g1", "g2", "g3", "nosuchgroup"];

    private readonly HttpClient _http =
        new(new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            ResponseDrainTimeout = TimeSpan.Zero, // What has no end is not waited for.
        })
        { Timeout = Limit };

    private FuzzWorld(SandboxServer server, LoggedFaults faults)
    {
        Server = server;
        Faults = faults;
    }

    /// <summary>What takes longer has hung.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    public SandboxServer Server { get; }

    public LoggedFaults Faults { get; }

    public HttpClient Http => _http;

    public static async Task<FuzzWorld> CreateAsync(LoggedFaults faults, string? file)
    {
        var options = new SandboxOptions
        {
            RestPort = 0, GatewayPort = 0, OnlineStatusInterval = TimeSpan.FromMilliseconds(20), File = file,
        };
        var world = new FuzzWorld(await SandboxServer.StartAsync(options, faults), faults);
        var admin = await world.AdminAsync();
        foreach (var userID in Names)
            await world.PostAsync(
                "/user/user_register", new { users = new[] { new { userID, nickname = userID } } }, admin);
        await world.PostAsync(
            "/friend/import_friend", new { ownerUserID = "alice", friendUserIDs = new[] { "bob", "carol" } }, admin);
        foreach (var groupID in GroupNames[..^1])
            await world.PostAsync(
                "/group/create_group",
                new
                {
                    memberUserIDs = new[] { "bob", "carol" },
                    ownerUserID = "alice",
                    groupInfo = new { groupID, groupName = groupID, groupType = 2 },
                },
                admin);
        for (var i = 0; i < 60; i++)
            await world.PostAsync(
                "/msg/send_msg",
                new
                {
                    sendID = Names[i % 4],
                    recvID = Names[(i + 1) % 4],
                    groupID = GroupNames[0],
                    contentType = 101,
                    sessionType = i < 40 ? 1 : 3,
                    content = new { content = "hello" },
                },
                admin);
        return world;
    }

    public FuzzValues Values(Random random) => new(random, Names, GroupNames);

    public async Task<string> AdminAsync() =>
        TokenOf(await PostAsync("/auth/get_admin_token", new { secret = "openIM123", userID = "imAdmin" }, null));

    public async Task<string> LoginAsync(string userID, int platformID) =>
        TokenOf(await PostAsync("/auth/get_user_token", new { userID, platformID }, await AdminAsync()));

    public async Task<JsonElement> PostAsync(string path, object body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.ApiAddress, path));
        request.Content = JsonContent.Create(body);
        request.Headers.Add("operationID", "world");
        if (token is not null)
            request.Headers.Add("token", token);
        using var response = await _http.SendAsync(request);
        return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<JsonElement>() : default;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }

    // The administrator's own token is none of a user's: what is asked for him fails.
    private static string TokenOf(JsonElement answer) =>
        answer.TryGetProperty("data", out var data) ? data.GetProperty("token").GetString()! : "none";
}
