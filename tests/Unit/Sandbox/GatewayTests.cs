using System.IO.Compression;
using System.Net.WebSockets;
using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Unit.Sandbox.Fuzzing;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class GatewayTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Frames_of_a_compressed_connection_are_gzip_both_ways_but_for_text()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var socket = await sandbox.OpenAsync(
            "alice", await sandbox.LoginAsync("alice"), more: "&compression=gzip&isMsgResp=true");
        Assert.Equal(
            """{"errCode":0,"errMsg":"","errDlt":""}"""u8.ToArray(), await RunningSandbox.ReceiveAsync(socket));

        var request = new MemoryStream();
        await using (var gzip = new GZipStream(request, CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync(RunningSandbox.Text(
                """{"reqIdentifier":2004,"sendID":"alice","operationID":"op","msgIncr":"7","data":null}"""), Cancel);
        await RunningSandbox.SendAsync(socket, request.ToArray());

        var answer = await RunningSandbox.ReceiveAsync(socket);
        await using var answerStream = new GZipStream(new MemoryStream(answer!), CompressionMode.Decompress);
        var frame = await JsonSerializer.DeserializeAsync<JsonElement>(answerStream, cancellationToken: Cancel);
        Assert.Equal("7", frame.GetProperty("msgIncr").GetString());
        Assert.Equal(JsonValueKind.Null, frame.GetProperty("data").ValueKind);
    }

    [Fact]
    public async Task A_small_stream_that_holds_a_large_message_ends_the_connection()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var socket = await sandbox.OpenAsync(
            "alice", await sandbox.LoginAsync("alice"), more: "&compression=gzip");
        var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
            await gzip.WriteAsync(new byte[32 << 20], Cancel);

        await RunningSandbox.SendAsync(socket, bomb.ToArray());

        Assert.True(bomb.Length < 51_200);
        Assert.Null(await RunningSandbox.ReceiveAsync(socket));
    }

    [Fact]
    public async Task A_message_of_no_bytes_is_no_gzip_and_ends_the_connection_without_a_fault()
    {
        var faults = new LoggedFaults();
        await using var sandbox = await RunningSandbox.StartAsync(loggerFactory: faults);
        using var socket = await sandbox.OpenAsync(
            "alice", await sandbox.LoginAsync("alice"), more: "&compression=gzip");

        await RunningSandbox.SendAsync(socket, []);

        Assert.Null(await RunningSandbox.ReceiveAsync(socket));
        Assert.True(faults.IsEmpty, faults.Text);
    }

    [Fact]
    public async Task More_than_51200_bytes_end_the_connection_with_1009()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var socket = await sandbox.OpenAsync("alice");

        await RunningSandbox.SendAsync(socket, new byte[51_201]);

        Assert.Null(await RunningSandbox.ReceiveAsync(socket));
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
    }

    [Fact]
    public async Task Gob_is_refused_clearly()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.LoginAsync("alice");
        using var http = new HttpClient();

        var body = await http.GetStringAsync(
            new Uri($"http://{sandbox.Server.WsAddress.Authority}/?sendID=alice&token={token}&platformID=2"
                + "&operationID=o&isBackground=0"),
            Cancel);

        Assert.Contains("1602", body, StringComparison.Ordinal);
        Assert.Contains("sdkType=js", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_arguments_in_one_open_the_gateway_too_and_win()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.LoginAsync("alice");
        var v = System.Buffers.Text.Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new
        {
            token, userID = "alice", platformID = 2, operationID = "o", sdkType = "js", sendResponse = true,
        }));
        using var socket = new ClientWebSocket();

        await socket.ConnectAsync(new Uri(sandbox.Server.WsAddress, $"/?v={v}&sendID=bob"), Cancel);

        Assert.Equal(0, (await RunningSandbox.ReceiveJsonAsync(socket))!.Value.GetProperty("errCode").GetInt32());
    }

    [Fact]
    public async Task One_connection_too_many_is_refused_with_1601()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { MaxConnections = 1 });
        using var first = await sandbox.OpenAsync("alice");
        using var http = new HttpClient();

        var body = await http.GetStringAsync(new Uri($"http://{sandbox.Server.WsAddress.Authority}/"), Cancel);

        Assert.Contains("1601", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_ends_a_connection_and_a_text_ping_keeps_it()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { TimeProvider = time });
        using var silent = await sandbox.OpenAsync("alice");
        using var alive = await sandbox.OpenAsync("bob");
        time.Advance(TimeSpan.FromSeconds(20));
        await RunningSandbox.PingAsync(alive);
        Assert.NotNull(await RunningSandbox.ReceiveAsync(alive));

        time.Advance(TimeSpan.FromSeconds(15));

        Assert.Null(await RunningSandbox.ReceiveAsync(silent));
        await RunningSandbox.PingAsync(alive);
        Assert.NotNull(await RunningSandbox.ReceiveAsync(alive));
    }

    [Theory]
    [InlineData(LoginPolicy.NoKick, 2, 2, false)]
    [InlineData(LoginPolicy.SamePlatform, 2, 2, true)]
    [InlineData(LoginPolicy.SamePlatform, 2, 1, false)]
    [InlineData(LoginPolicy.SameClass, 2, 1, true)]
    [InlineData(LoginPolicy.SameClass, 2, 3, false)]
    [InlineData(LoginPolicy.PcAndOther, 2, 5, true)]
    [InlineData(LoginPolicy.PcAndOther, 2, 3, false)]
    public async Task A_new_login_kicks_what_the_policy_excludes(LoginPolicy policy, int first, int second, bool kicked)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var sandbox = await RunningSandbox.StartAsync(
            new SandboxOptions { LoginPolicy = policy, TimeProvider = time });
        using var older = await sandbox.OpenAsync("alice", first);
        time.Advance(TimeSpan.FromSeconds(2)); // Tokens of the same second are the same token.

        using var newer = await sandbox.OpenAsync("alice", second);

        if (!kicked)
            await RunningSandbox.PingAsync(older);
        var told = (await RunningSandbox.ReceiveJsonAsync(older))!.Value;
        Assert.Equal(kicked, told.TryGetProperty("reqIdentifier", out var identifier) && identifier.GetInt32() == 2002);
        if (kicked)
            Assert.Null(await RunningSandbox.ReceiveAsync(older));
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_dropped_and_delays_nobody()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var slow = await sandbox.OpenAsync("slow");
        using var quick = await sandbox.OpenAsync("quick");
        await UntilOnlineAsync(sandbox, "slow", "quick");
        var connections = sandbox.Server.Services.GetRequiredService<GatewayConnections>();
        var large = new GatewayFrame { ReqIdentifier = GatewayRequest.PushMsg, Data = new byte[256 << 10] };
        var ended = connections.Of("slow")[0].Written;

        while (!ended.IsCompleted)
        {
            connections.Push("slow", large);
            await Task.Yield();
        }
        connections.Push("quick", new GatewayFrame { ReqIdentifier = GatewayRequest.PushMsg, OperationID = "after" });

        Assert.Equal(
            "after", (await RunningSandbox.ReceiveJsonAsync(quick))!.Value.GetProperty("operationID").GetString());
    }

    [Fact]
    public async Task Pushes_arrive_in_the_order_in_which_they_were_made()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var socket = await sandbox.OpenAsync("alice");
        await UntilOnlineAsync(sandbox, "alice");
        var connections = sandbox.Server.Services.GetRequiredService<GatewayConnections>();

        for (var i = 0; i < 1000; i++)
        {
            connections.Push(
                "alice", new GatewayFrame { ReqIdentifier = GatewayRequest.PushMsg, OperationID = $"{i}" });
            if (i % 100 == 99)
                for (var expected = i - 99; expected <= i; expected++)
                    Assert.Equal(
                        $"{expected}",
                        (await RunningSandbox.ReceiveJsonAsync(socket))!.Value.GetProperty("operationID").GetString());
        }
    }

    [Fact]
    public async Task Whatever_bytes_come_the_answer_is_a_frame_or_the_end_and_others_do_not_notice()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var witness = await sandbox.OpenAsync("witness");
        var token = await sandbox.LoginAsync("alice");
        byte[][] seeds =
        [
            RunningSandbox.Text(
                """{"reqIdentifier":1003,"sendID":"alice","operationID":"op","msgIncr":"1","data":"CgVhbGljZQ=="}"""),
            RunningSandbox.Text(
                """{"reqIdentifier":2005,"sendID":"alice","operationID":"op","msgIncr":"1","data":"CgNib2I="}"""),
        ];
        var mutations = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 99], Gen.Byte, Gen.Int[0, 3]).Array[1, 3];

        await mutations.SampleAsync(
            async changes =>
            {
                var frame = seeds[changes[0].Item1].ToArray();
                foreach (var (_, at, value, kind) in changes)
                    frame = kind switch
                    {
                        0 => frame[..(at % (frame.Length + 1))],
                        1 => [.. frame, value],
                        _ when frame.Length == 0 => [value],
                        _ => [.. frame[..(at % frame.Length)], value, .. frame[((at % frame.Length) + 1)..]],
                    };
                using var socket = await sandbox.OpenAsync("alice", token);
                await RunningSandbox.SendAsync(socket, frame);
                if (await RunningSandbox.ReceiveJsonAsync(socket) is { } answer)
                    Assert.True(answer.TryGetProperty("errCode", out _));
            },
            iter: 200,
            threads: 2);

        await RunningSandbox.PingAsync(witness);
        Assert.NotNull(await RunningSandbox.ReceiveAsync(witness));
    }

    [Fact]
    public async Task Following_a_user_tells_where_he_is_and_ends_with_the_connection()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var socket = await sandbox.OpenAsync("alice");
        await RunningSandbox.AskAsync(
            socket,
            GatewayRequest.SubUserOnlineStatus,
            "alice",
            new SubUserOnlineStatus { SubscribeUserID = { "bob", "bob" } });
        Assert.Equal([0, 0], (await StatusAsync(socket)).Select(user => user.OnlinePlatformIDs.Count));

        using (var bob = await sandbox.OpenAsync("bob", 5))
            Assert.Equal([5], (await StatusAsync(socket))[0].OnlinePlatformIDs);
        Assert.Empty((await StatusAsync(socket))[0].OnlinePlatformIDs);
    }

    private static async Task<IReadOnlyList<SubUserOnlineStatusElem>> StatusAsync(ClientWebSocket socket)
    {
        var frame = (await RunningSandbox.ReceiveJsonAsync(socket))!.Value;
        return SubUserOnlineStatusTips.Parser.ParseFrom(frame.GetProperty("data").GetBytesFromBase64()).Subscribers;
    }

    private static async Task UntilOnlineAsync(RunningSandbox sandbox, params string[] userIDs)
    {
        var connections = sandbox.Server.Services.GetRequiredService<GatewayConnections>();
        foreach (var userID in userIDs)
            while (connections.KnownPlatforms(userID).Count == 0)
                await Task.Delay(5, Cancel);
    }
}
