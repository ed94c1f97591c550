using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Unit.Upstream.Gateway;

public sealed class GatewayConnectorTests
{
    private static readonly GatewayLogin Alice = new("alice", 5, "token", "op");
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refusal_with_an_ordinary_answer_gives_the_servers_error()
    {
        await using var peer = await Peer.StartAsync(context => context.Response.WriteAsync(
            """{"errCode":1602,"errMsg":"args err, need token, sendID, platformID","errDlt":"sendID is empty"}"""));

        var refused = await Connect(peer, Alice);

        Assert.Equal(
            new OpenImError(1602, "args err, need token, sendID, platformID sendID is empty"), refused.Error);
    }

    [Fact]
    public async Task A_refusal_in_the_first_frame_gives_the_servers_error()
    {
        await using var peer = await Peer.StartAsync(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await socket.SendAsync(
                """{"errCode":1506,"errMsg":"TokenKickedError","errDlt":""}"""u8.ToArray(),
                System.Net.WebSockets.WebSocketMessageType.Text, true, Stop);
        });

        var refused = await Connect(peer, Alice);

        Assert.Equal(new OpenImError(ErrorCode.TokenKicked, "TokenKickedError"), refused.Error);
    }

    [Theory]
    [InlineData("<html>502 Bad Gateway</html>")]
    [InlineData("")]
    [InlineData("""{"errCode":0,"errMsg":"","errDlt":""}""")]
    public async Task An_answer_that_is_neither_a_connection_nor_a_refusal_is_no_openim(string body)
    {
        await using var peer = await Peer.StartAsync(context => context.Response.WriteAsync(body));

        Assert.Equal(Errors.Network, (await Connect(peer, Alice)).Error);
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_cut_off()
    {
        await using var peer = await Peer.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync(new string('x', 10_000), context.RequestAborted);
        });

        Assert.Equal(Errors.Network, (await Connect(peer, Alice)).Error);
    }

    [Fact]
    public async Task Without_a_server_it_is_a_network_error()
    {
        await using var peer = await Peer.StartAsync(_ => Task.CompletedTask);
        var connector = peer.Clients().GetRequiredService<GatewayConnector>();
        await peer.StopAsync();

        Assert.Equal(Errors.Network, (await connector.ConnectAsync(Alice, Stop)).Error);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_after_ten_seconds()
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        await using var peer = await Peer.StartAsync(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        var connecting = Connect(peer, Alice, time);
        await asked.Task.WaitAsync(Stop);
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(Errors.NetworkTimeout, (await connecting).Error);
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_the_deadline_error()
    {
        using var impatient = new CancellationTokenSource();
        await using var peer = await Peer.StartAsync(async context =>
        {
            await impatient.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        var connector = peer.Clients().GetRequiredService<GatewayConnector>();

        Assert.Equal(Errors.DeadlineExceeded, (await connector.ConnectAsync(Alice, impatient.Token)).Error);
    }

    [Fact]
    public async Task What_the_client_says_of_itself_arrives_as_it_was_whatever_characters_it_has()
    {
        IQueryCollection? query = null;
        await using var peer = await Peer.StartAsync(context =>
        {
            query = context.Request.Query;
            return Task.CompletedTask;
        });

        await Connect(peer, new GatewayLogin("al ice+&=#é", 6, "to+ken==", "op\n?&", IsBackground: true));

        Assert.Equal(
            [
                ("sendID", "al ice+&=#é"), ("token", "to+ken=="), ("platformID", "6"), ("operationID", "op\n?&"),
                ("isBackground", "true"), ("sdkType", "js"), ("isMsgResp", "true"),
            ],
            query!.Select(argument => (argument.Key, argument.Value.ToString())));
    }

    [Fact]
    public void A_login_in_a_log_shows_no_token() =>
        Assert.DoesNotContain("token", Alice.ToString(), StringComparison.Ordinal);

    private static async Task<Result<GatewayConnection>> Connect(
        Peer peer, GatewayLogin login, TimeProvider? time = null) =>
        await peer.Clients(time).GetRequiredService<GatewayConnector>().ConnectAsync(login, Stop)
            .WaitAsync(TimeSpan.FromSeconds(20), Stop);
}
