using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>Each fault as those meet it who stand before the server.</summary>
public sealed class FaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Latency_makes_rest_answers_late()
    {
        await using var sandbox = await StartAsync(new FaultOptions { Latency = TimeSpan.FromMilliseconds(150) });
        var clock = Stopwatch.StartNew();

        await sandbox.AdminAsync();

        Assert.InRange(clock.ElapsedMilliseconds, 140, 20_000);
    }

    [Fact]
    public async Task Latency_and_jitter_make_frames_late_all_together_and_in_their_order()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var socket = await sandbox.OpenAsync("alice");
        await SetAsync(sandbox, new { latency = "00:00:00.2", latencyJitter = "00:00:00.1" });
        var clock = Stopwatch.StartNew();

        for (var i = 0; i < 50; i++)
            await RunningSandbox.SendAsync(socket, RunningSandbox.Text(
                $$"""{"reqIdentifier":2004,"sendID":"alice","operationID":"op","msgIncr":"{{i}}","data":null}"""));
        var first = 0L;
        for (var i = 0; i < 50; i++)
        {
            var answer = (await RunningSandbox.ReceiveJsonAsync(socket))!.Value;
            Assert.Equal($"{i}", answer.GetProperty("msgIncr").GetString());
            first = first == 0 ? clock.ElapsedMilliseconds : first;
        }

        Assert.True(first >= 190, $"The first frame came after {first} ms.");
        // One after another they would take ten seconds and more.
        Assert.True(clock.ElapsedMilliseconds < 5000, $"The last frame came after {clock.ElapsedMilliseconds} ms.");
    }

    [Fact]
    public async Task A_late_frame_does_not_go_out_before_its_time()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { TimeProvider = time });
        using var socket = await sandbox.OpenAsync("alice");
        await SetAsync(sandbox, new { latency = "00:00:10" });
        await RunningSandbox.AskAsync(socket, GatewayRequest.SetBackgroundStatus, "alice");
        var answer = RunningSandbox.ReceiveAsync(socket);
        // Nothing tells that nothing comes: a server that does not wait would answer in this time.
        Assert.NotSame(answer, await Task.WhenAny(answer, Task.Delay(TimeSpan.FromMilliseconds(300), Cancel)));

        while (!answer.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(answer, Task.Delay(50, Cancel));
        }

        Assert.NotNull(await answer);
    }

    [Fact]
    public async Task Many_frames_that_latency_holds_do_not_end_the_connection()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var socket = await sandbox.OpenAsync("alice");
        await UntilOnlineAsync(sandbox, "alice");
        await SetAsync(sandbox, new { latency = "00:00:00.300" });
        var connections = sandbox.Server.Services.GetRequiredService<GatewayConnections>();

        for (var i = 0; i < 2000; i++)
            connections.Push("alice", new GatewayFrame { ReqIdentifier = GatewayRequest.PushMsg, OperationID = $"{i}" });

        for (var i = 0; i < 2000; i++)
            Assert.Equal(
                $"{i}", (await RunningSandbox.ReceiveJsonAsync(socket))!.Value.GetProperty("operationID").GetString());
    }

    [Theory]
    [InlineData(500, "ServerInternalError")]
    [InlineData(1001, "ArgsError")]
    [InlineData(1506, "TokenKickedError")]
    [InlineData(4711, "UnknownCode")]
    public async Task Requests_are_refused_with_the_chosen_code_and_not_carried_out(int code, string name)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.LoginAsync("alice");
        using var socket = await sandbox.OpenAsync("alice", token);
        await SetAsync(sandbox, new { refusalRate = 1, refusalCode = code });

        var rest = await sandbox.PostAsync(
            "/user/update_user_info_ex", new { userInfo = new { userID = "alice", nickname = "Alice" } }, token);
        await RunningSandbox.AskAsync(socket, GatewayRequest.SendMsg, "alice", MessagingFixture.Text("alice", "imAdmin"));
        var frame = (await RunningSandbox.ReceiveJsonAsync(socket))!.Value;

        Assert.Equal((code, name), (rest.GetProperty("errCode").GetInt32(), rest.GetProperty("errMsg").GetString()));
        Assert.Equal((code, name), (frame.GetProperty("errCode").GetInt32(), frame.GetProperty("errMsg").GetString()));
        Assert.Equal("alice", sandbox.Server.Services.GetRequiredService<UserStore>().Find("alice")!.Nickname);
        Assert.Null(sandbox.Server.Services.GetRequiredService<MessageLogs>().Find("si_alice_imAdmin"));
    }

    [Fact]
    public async Task A_refused_handshake_says_so_in_the_form_that_the_client_asked_for()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.LoginAsync("alice");
        await SetAsync(sandbox, new { refusalRate = 1, refusalCode = 1507, faultTargets = "handshake" });

        using var socket = await sandbox.OpenAsync("alice", token, more: "&isMsgResp=true");

        Assert.Equal(1507, (await RunningSandbox.ReceiveJsonAsync(socket))!.Value.GetProperty("errCode").GetInt32());
        Assert.Null(await RunningSandbox.ReceiveAsync(socket));
        await Assert.ThrowsAsync<WebSocketException>(() => sandbox.OpenAsync("alice", token));
    }

    [Fact]
    public async Task An_unavailable_server_answers_503_without_an_envelope()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.LoginAsync("alice");
        await SetAsync(sandbox, new { unavailableRate = 1 });

        using var answer = await SendAsync(sandbox, "/user/get_users_online_status", token);
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(sandbox.Server.WsAddress, Cancel));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("Service Unavailable\n", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, socket.HttpStatusCode);
    }

    [Fact]
    public async Task A_cut_connection_ends_rest_requests_requests_of_the_gateway_and_handshakes()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.LoginAsync("alice");
        using var socket = await sandbox.OpenAsync("alice", token);
        await SetAsync(sandbox, new { disconnectRate = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(sandbox, "/user/get_users_online_status", token));
        await RunningSandbox.AskAsync(socket, GatewayRequest.SendMsg, "alice", MessagingFixture.Text("alice", "imAdmin"));
        Assert.Null(await RunningSandbox.ReceiveAsync(socket));
        Assert.NotEqual(WebSocketState.Open, socket.State);
        await Assert.ThrowsAsync<WebSocketException>(() => sandbox.OpenAsync("alice", token));
        Assert.Null(sandbox.Server.Services.GetRequiredService<MessageLogs>().Find("si_alice_imAdmin"));
    }

    [Fact]
    public async Task A_push_can_cut_the_connection_that_it_is_for()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await sandbox.OpenAsync("alice");
        using var bob = await sandbox.OpenAsync("bob");
        await UntilOnlineAsync(sandbox, "alice", "bob");
        await SetAsync(sandbox, new { disconnectRate = 1, faultTargets = "2001" });

        await RunningSandbox.AskAsync(alice, GatewayRequest.SendMsg, "alice", MessagingFixture.Text("alice", "bob"));

        Assert.Null(await RunningSandbox.ReceiveAsync(bob));
    }

    [Fact]
    public async Task A_lost_answer_belongs_to_a_request_that_was_carried_out()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.LoginAsync("alice");
        await sandbox.LoginAsync("bob");
        using var socket = await sandbox.OpenAsync("alice", token);
        await SetAsync(sandbox, new { lostAnswerRate = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(
            sandbox, "/user/update_user_info_ex", token, """{"userInfo":{"userID":"alice","nickname":"Alice"}}"""));
        var message = MessagingFixture.Text("alice", "bob");
        await RunningSandbox.AskAsync(socket, GatewayRequest.SendMsg, "alice", message);
        await RunningSandbox.PingAsync(socket);

        // The connection goes on, with what comes before and after the answer that is missing.
        JsonElement frame;
        while (!(frame = (await RunningSandbox.ReceiveJsonAsync(socket))!.Value).TryGetProperty("type", out _))
            Assert.NotEqual(GatewayRequest.SendMsg, frame.GetProperty("reqIdentifier").GetInt32());
        Assert.Equal("pong", frame.GetProperty("type").GetString());
        Assert.Equal("Alice", sandbox.Server.Services.GetRequiredService<UserStore>().Find("alice")!.Nickname);
        Assert.Equal(1, sandbox.Server.Services.GetRequiredService<MessageLogs>().MaxSeqOf("si_alice_bob"));
    }

    [Fact]
    public async Task A_lost_push_is_stored_and_can_be_pulled()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await sandbox.OpenAsync("alice");
        using var bob = await sandbox.OpenAsync("bob");
        await UntilOnlineAsync(sandbox, "alice", "bob");
        await SetAsync(sandbox, new { dropRate = 1 });

        await RunningSandbox.AskAsync(alice, GatewayRequest.SendMsg, "alice", MessagingFixture.Text("alice", "bob"));
        Assert.Equal(0, (await RunningSandbox.ReceiveJsonAsync(alice))!.Value.GetProperty("errCode").GetInt32());
        await RunningSandbox.AskAsync(bob, GatewayRequest.GetNewestSeq, "bob", new GetMaxSeqReq { UserID = "bob" });

        var answer = (await RunningSandbox.ReceiveJsonAsync(bob))!.Value;
        Assert.Equal(GatewayRequest.GetNewestSeq, answer.GetProperty("reqIdentifier").GetInt32());
        var seqs = GetMaxSeqResp.Parser.ParseFrom(answer.GetProperty("data").GetBytesFromBase64());
        Assert.Equal(1, seqs.MaxSeqs["si_alice_bob"]);
    }

    [Fact]
    public async Task Faults_are_only_for_the_targets_that_are_named()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.LoginAsync("alice");
        using var socket = await sandbox.OpenAsync("alice", token);
        await SetAsync(sandbox, new { refusalRate = 1, faultTargets = "/friend, 1003" });

        Assert.Equal(500, await CodeAsync(sandbox, "/friend/get_friend_list", token));
        Assert.NotEqual(500, await CodeAsync(sandbox, "/user/get_users_info", token));
        await RunningSandbox.AskAsync(socket, GatewayRequest.SendMsg, "alice", MessagingFixture.Text("alice", "imAdmin"));
        Assert.Equal(500, (await RunningSandbox.ReceiveJsonAsync(socket))!.Value.GetProperty("errCode").GetInt32());
        await RunningSandbox.AskAsync(socket, GatewayRequest.GetNewestSeq, "alice", new GetMaxSeqReq { UserID = "alice" });
        Assert.Equal(0, (await RunningSandbox.ReceiveJsonAsync(socket))!.Value.GetProperty("errCode").GetInt32());
    }

    [Fact]
    public async Task Accounts_can_be_set_up_whatever_the_faults_are_unless_that_is_what_they_are_for()
    {
        await using var sandbox = await StartAsync(new FaultOptions { RefusalRate = 1 });
        var token = await sandbox.LoginAsync("alice");
        Assert.Equal(500, await CodeAsync(sandbox, "/user/get_users_info", token));

        await SetAsync(sandbox, new { refusalRate = 1, faultTargets = "/auth" });

        Assert.Equal(500, (await sandbox.PostAsync("/auth/parse_token", new { token })).GetProperty("errCode").GetInt32());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_faults_and_about_as_many_as_asked_for()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.LoginAsync("alice");

        var first = await RunAsync(seed: 7);
        var again = await RunAsync(seed: 7);
        var other = await RunAsync(seed: 8);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(code => code == 500), 35, 85);

        async Task<List<int>> RunAsync(int seed)
        {
            await SetAsync(sandbox, new { refusalRate = 0.3, faultSeed = seed });
            var codes = new List<int>();
            for (var i = 0; i < 200; i++)
                codes.Add(await CodeAsync(sandbox, "/user/get_users_info", token));
            return codes;
        }
    }

    [Fact]
    public async Task Only_an_administrator_switches_faults_and_a_misspelled_one_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.LoginAsync("alice");
        var admin = await sandbox.AdminAsync();

        var byUser = await sandbox.PostAsync("/sandbox/faults", new { dropRate = 1 }, token);
        var misspelled = await sandbox.PostAsync("/sandbox/faults", new { dropRatio = 1 }, admin);
        var noText = await sandbox.PostAsync("/sandbox/faults", """{"faultTargets":"\ud800"}""", admin);
        var wrong = await sandbox.PostAsync("/sandbox/faults", new { dropRate = 2, faultTargets = "push" }, admin);

        Assert.Equal(1002, byUser.GetProperty("errCode").GetInt32());
        Assert.Equal(1001, misspelled.GetProperty("errCode").GetInt32());
        Assert.Equal(1001, noText.GetProperty("errCode").GetInt32());
        Assert.Contains("dropRatio", misspelled.GetProperty("errDlt").GetString(), StringComparison.Ordinal);
        Assert.Contains("DropRate must be a share from 0 to 1", wrong.GetProperty("errDlt").GetString(), StringComparison.Ordinal);
        Assert.Contains("'push'", wrong.GetProperty("errDlt").GetString(), StringComparison.Ordinal);
        Assert.Null(sandbox.Server.Services.GetRequiredService<Faults>().Plan);
    }

    [Fact]
    public void Options_that_are_no_faults_put_no_plan_in_force()
    {
        var faults = new Faults(new SandboxOptions(), TimeProvider.System);

        faults.Set(new FaultOptions { RefusalCode = 1001, FaultTargets = "/friend", FaultSeed = 9 });
        Assert.Null(faults.Plan);
        faults.Set(new FaultOptions { LatencyJitter = TimeSpan.FromTicks(1) });
        Assert.NotNull(faults.Plan);
    }

    [Fact]
    public void The_share_of_faults_is_the_rate_whatever_rate_and_seed() =>
        Gen.Select(Gen.Double[0, 1], Gen.Int[0, int.MaxValue]).Sample(
            (rate, seed) =>
            {
                var sequence = new FaultSequence(rate, seed);
                var share = Enumerable.Range(0, 20_000).Count(_ => sequence.Next()) / 20_000.0;
                return Math.Abs(share - rate) < 0.03;
            },
            iter: 200);

    private static Task<RunningSandbox> StartAsync(FaultOptions faults) =>
        RunningSandbox.StartAsync(new SandboxOptions { Faults = faults });

    private static async Task SetAsync(RunningSandbox sandbox, object faults)
    {
        var answer = await sandbox.PostAsync("/sandbox/faults", faults, await sandbox.AdminAsync());
        Assert.Equal(0, answer.GetProperty("errCode").GetInt32());
    }

    private static async Task<int> CodeAsync(RunningSandbox sandbox, string path, string token) =>
        (await sandbox.PostAsync(path, new { userIDs = new[] { "alice" } }, token)).GetProperty("errCode").GetInt32();

    private static async Task<HttpResponseMessage> SendAsync(
        RunningSandbox sandbox, string path, string token, string body = "{}")
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.Server.ApiAddress, path))
        {
            Content = new StringContent(body),
        };
        request.Headers.Add("operationID", "test");
        request.Headers.Add("token", token);
        return await http.SendAsync(request, Cancel);
    }

    private static async Task UntilOnlineAsync(RunningSandbox sandbox, params string[] userIDs)
    {
        var connections = sandbox.Server.Services.GetRequiredService<GatewayConnections>();
        while (userIDs.Any(userID => connections.KnownPlatforms(userID).Count == 0))
            await Task.Delay(5, Cancel);
    }
}
