using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>The page at the root, as far as it can be seen without a browser.</summary>
public sealed class PageTests
{
    private static readonly string[] Paths =
    [
        "/", "/sandbox/page.js", "/sandbox/page.css", "/sandbox/server", "/sandbox/users", "/sandbox/groups",
        "/sandbox/conversations?user=imAdmin", "/sandbox/messages?conversation=si_a_b", "/sandbox/flow",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> AllPaths => [.. Paths];

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task On_this_computer_everything_is_there_and_nothing_may_come_from_elsewhere(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        using var answer = await GetAsync(sandbox, path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        // The API is open to pages of all origins, what needs no token is not.
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task A_web_site_whose_name_leads_here_cannot_have_the_page_read(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        using var answer = await GetAsync(sandbox, path, host: "rebound.example.com");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task A_server_that_others_reach_asks_for_the_secret(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            new SandboxOptions { Address = "0.0.0.0", Secret = "a secret: ä" });

        using var without = await GetAsync(sandbox, path);
        using var wrong = await GetAsync(sandbox, path, secret: "openIM123");
        using var right = await GetAsync(sandbox, path, secret: "a secret: ä");
        using var elsewhere = await GetAsync(sandbox, path, secret: "a secret: ä", host: "im.example.com");

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK],
            new[] { without, wrong, right, elsewhere }.Select(answer => answer.StatusCode));
        Assert.Equal("Basic", without.Headers.WwwAuthenticate.Single().Scheme);
        Assert.DoesNotContain("imAdmin", await without.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic !!!")]
    [InlineData("Bearer b3BlbklNMTIz")]
    public async Task What_is_no_password_is_no_password(string authorization)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Address = "0.0.0.0" });
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        using var answer = await http.GetAsync(sandbox.Server.ApiAddress, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_flow_tells_of_connections_and_messages_and_shows_no_token()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.LoginAsync("alice");
        await sandbox.LoginAsync("bob");
        await using var flow = await WatchAsync(sandbox);
        using var socket = await sandbox.OpenAsync("alice", token);

        var (kind, opened) = await flow.NextAsync();
        await RunningSandbox.AskAsync(
            socket, GatewayRequest.SendMsg, "alice", MessagingFixture.Text("alice", "bob", "<script>alert(1)</script>"));
        var (messageKind, message) = await flow.NextAsync();

        Assert.Equal(("connection", "alice"), (kind, opened.GetProperty("userID").GetString()));
        Assert.Equal("Android", opened.GetProperty("platform").GetString());
        Assert.Equal(("message", "si_alice_bob"), (messageKind, message.GetProperty("conversationID").GetString()));
        Assert.Equal((1, "op"), (message.GetProperty("seq").GetInt64(), message.GetProperty("operationID").GetString()));
        Assert.Equal("""{"content":"<script>alert(1)</script>"}""", message.GetProperty("content").GetString());
        Assert.DoesNotContain(token, opened.GetRawText() + message.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Users_conversations_and_messages_are_those_of_the_server()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await sandbox.OpenAsync("alice");
        await sandbox.LoginAsync("bob");
        await RunningSandbox.AskAsync(alice, GatewayRequest.SendMsg, "alice", MessagingFixture.Text("alice", "bob", "one"));
        await RunningSandbox.AskAsync(alice, GatewayRequest.SendMsg, "alice", MessagingFixture.Text("alice", "bob", "two"));
        await RunningSandbox.ReceiveAsync(alice);
        await RunningSandbox.PingAsync(alice);
        while (!(await RunningSandbox.ReceiveJsonAsync(alice))!.Value.TryGetProperty("type", out _))
        {
        }

        var users = await ReadAsync(sandbox, "/sandbox/users?text=AL");
        var conversations = await ReadAsync(sandbox, "/sandbox/conversations?user=bob");
        var messages = await ReadAsync(sandbox, "/sandbox/messages?conversation=si_alice_bob");
        using var nobody = await GetAsync(sandbox, "/sandbox/conversations?user=nobody");

        Assert.Equal((1, 3, 1), (users.GetProperty("matching").GetInt32(), users.GetProperty("total").GetInt32(),
            users.GetProperty("connections").GetInt32()));
        Assert.Equal("""{"userID":"alice","nickname":"alice","platforms":["Android"]}""", users.GetProperty("users")[0].GetRawText());
        var conversation = conversations.EnumerateArray().Single();
        Assert.Equal(("si_alice_bob", "alice"),
            (conversation.GetProperty("conversationID").GetString(), conversation.GetProperty("target").GetString()));
        Assert.Equal((2, 0), (conversation.GetProperty("maxSeq").GetInt64(), conversation.GetProperty("hasReadSeq").GetInt64()));
        Assert.Equal(["""{"content":"one"}""", """{"content":"two"}"""],
            messages.EnumerateArray().Select(message => message.GetProperty("content").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Fact]
    public void A_long_content_is_shown_by_its_beginning()
    {
        var message = MessagingFixture.Text("alice", "bob");
        message.Content = ByteString.CopyFromUtf8(new string('x', 100_000));

        var view = MessageFlow.ViewOf("si_alice_bob", message, "op");

        Assert.Equal((MessageFlow.MaxContentBytes, 100_000), (view.Content.Length, view.ContentBytes));
    }

    [Fact]
    public async Task A_slow_page_loses_entries_and_is_told_how_many_and_where()
    {
        var flow = new MessageFlow(TimeProvider.System);
        var watcher = flow.Watch()!;
        for (var seq = 1; seq <= 2000; seq++)
            Tell(flow, seq);
        await using var read = watcher.ReadAsync(Cancel).GetAsyncEnumerator(Cancel);
        var seen = new List<object>();
        await ReadAsync(500);
        // There is room now: what comes stands behind the number of those that are missing.
        Tell(flow, 2001);
        await ReadAsync(527);

        Assert.Equal(new FlowLoss(0), seen[0]);
        Assert.Equal(
            [.. Enumerable.Range(1, 1024), 2001], seen.OfType<FlowMessage>().Select(message => (int)message.Seq));
        Assert.Equal(new FlowLoss(976), seen[1025]);

        async Task ReadAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                Assert.True(await read.MoveNextAsync());
                seen.Add(read.Current.Data);
            }
        }
    }

    [Fact]
    public async Task A_page_that_lost_the_last_entries_is_told_as_soon_as_it_has_read_the_others()
    {
        var flow = new MessageFlow(TimeProvider.System);
        var watcher = flow.Watch()!;
        for (var seq = 1; seq <= 1030; seq++)
            Tell(flow, seq);

        await using var read = watcher.ReadAsync(Cancel).GetAsyncEnumerator(Cancel);
        for (var i = 0; i < 1026; i++)
            await read.MoveNextAsync();

        Assert.Equal(new FlowLoss(6), read.Current.Data);
    }

    [Fact]
    public async Task Nobody_watches_after_the_page_is_closed_and_too_many_pages_are_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var pages = new List<Flow>();
        for (var i = 0; i < 16; i++)
            pages.Add(await WatchAsync(sandbox));

        using (var refused = await GetAsync(sandbox, "/sandbox/flow"))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        foreach (var page in pages)
            await page.DisposeAsync();

        var flow = sandbox.Server.Services.GetRequiredService<MessageFlow>();
        while (flow.IsWatched)
            await Task.Delay(5, Cancel);
    }

    [Fact]
    public async Task A_page_that_watches_does_not_keep_the_server_from_stopping()
    {
        var sandbox = await RunningSandbox.StartAsync();
        await using var flow = await WatchAsync(sandbox);

        await sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    private static void Tell(MessageFlow flow, long seq)
    {
        var message = MessagingFixture.Text("alice", "bob");
        message.Seq = seq;
        flow.Tell("si_alice_bob", message, "op");
    }

    private static async Task<JsonElement> ReadAsync(RunningSandbox sandbox, string path)
    {
        using var answer = await GetAsync(sandbox, path);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    private static async Task<HttpResponseMessage> GetAsync(
        RunningSandbox sandbox, string path, string? secret = null, string? host = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox.Server.ApiAddress, path));
        request.Headers.Host = host;
        if (secret is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"anybody:{secret}")));
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
    }

    /// <summary>Opens the flow; it is open when its first event, which says nothing, has come.</summary>
    private static async Task<Flow> WatchAsync(RunningSandbox sandbox)
    {
        // Closing must not wait for the rest of an answer that has no end.
        var http = new HttpClient(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero });
        var stream = await http.GetStreamAsync(new Uri(sandbox.Server.ApiAddress, "/sandbox/flow"), Cancel);
        var flow = new Flow(http, stream, SseParser.Create(stream).EnumerateAsync(Cancel).GetAsyncEnumerator(Cancel));
        Assert.Equal("lost", (await flow.NextAsync()).Kind);
        return flow;
    }

    private sealed class Flow(HttpClient http, Stream stream, IAsyncEnumerator<SseItem<string>> events)
        : IAsyncDisposable
    {
        public async Task<(string Kind, JsonElement Entry)> NextAsync()
        {
            Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancel));
            return (events.Current.EventType, JsonSerializer.Deserialize<JsonElement>(events.Current.Data));
        }

        public async ValueTask DisposeAsync()
        {
            await events.DisposeAsync();
            await stream.DisposeAsync();
            http.Dispose();
        }
    }
}
