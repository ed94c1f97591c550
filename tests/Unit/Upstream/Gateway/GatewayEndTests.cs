using System.Text;
using Microsoft.Extensions.Time.Testing;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Upstream.Gateway;

public sealed class GatewayEndTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kick_is_told_after_the_pushes_before_it_and_ends_the_connection()
    {
        await using var peer = await GatewayPeer.ConnectAsync();
        var waiting = peer.Client.SendMessageAsync(new MsgData(), "op", Stop);
        await peer.NextRequestAsync();

        await peer.PushAsync(GatewayRequest.PushMsg, new PushMessages());
        await peer.PushAsync(GatewayRequest.KickOnlineMsg, null);

        await peer.NextPushAsync<GatewayPush.Messages>();
        await peer.NextPushAsync<GatewayPush.Kicked>();
        Assert.Equal(GatewayEndReason.Kicked, (await peer.EndAsync()).Reason);
        Assert.Equal(Errors.DeadlineExceeded, (await waiting).Error);
    }

    [Fact]
    public async Task A_logout_is_answered_and_ends_the_connection()
    {
        await using var peer = await GatewayPeer.ConnectAsync();

        var leaving = peer.Client.LogoutAsync(new DelUserPushTokenReq { UserID = "alice", PlatformID = 5 }, "op", Stop);
        await peer.AnswerAsync(await peer.NextRequestAsync(), new DelUserPushTokenResp());

        Assert.True((await leaving).IsOk);
        Assert.Equal(GatewayEndReason.LoggedOut, (await peer.EndAsync()).Reason);
    }

    [Fact]
    public async Task A_users_coming_and_going_is_a_push_and_not_the_answer_to_a_subscription()
    {
        await using var peer = await GatewayPeer.ConnectAsync();
        var asking = peer.Client.SubscribeOnlineStatusAsync(new SubUserOnlineStatus(), "op", Stop);
        var request = await peer.NextRequestAsync();

        await peer.PushAsync(GatewayRequest.SubUserOnlineStatus, Status("bob"));
        await peer.AnswerAsync(request, Status("carol"));

        Assert.Equal(Status("bob"), (await peer.NextPushAsync<GatewayPush.OnlineStatus>()).Content);
        Assert.Equal(Status("carol"), (await asking).Value);

        static SubUserOnlineStatusTips Status(string user) =>
            new() { Subscribers = { new SubUserOnlineStatusElem { UserID = user, OnlinePlatformIDs = { 5 } } } };
    }

    [Fact]
    public async Task A_server_that_closes_is_a_lost_connection_with_its_close_code()
    {
        await using var peer = await GatewayPeer.ConnectAsync();

        await peer.CloseAsync();

        Assert.Equal(new GatewayEnd(GatewayEndReason.Lost, "closed with 1009"), await peer.EndAsync());
    }

    [Fact]
    public async Task A_server_that_dies_in_the_middle_of_a_frame_is_a_lost_connection()
    {
        await using var peer = await GatewayPeer.ConnectAsync();

        await peer.SendBytesAsync("{\"reqIdentifier\":2001,"u8.ToArray(), endOfMessage: false);
        peer.Cut();

        Assert.Equal(GatewayEndReason.Lost, (await peer.EndAsync()).Reason);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"reqIdentifier":"2001"}""")]
    [InlineData("""{"reqIdentifier":2001,"data":"no base64"}""")]
    [InlineData("""{"reqIdentifier":2001,"data":17}""")]
    [InlineData("""{"reqIdentifier":2001,"data":"////"}""")]
    [InlineData("""{"reqIdentifier":2001}{}""")]
    [InlineData("""{"reqIdentifier":2001""")]
    public async Task A_frame_that_the_protocol_does_not_have_ends_the_connection(string frame)
    {
        await using var peer = await GatewayPeer.ConnectAsync();

        await peer.SendBytesAsync(Encoding.UTF8.GetBytes(frame));

        Assert.Equal(GatewayEndReason.ProtocolError, (await peer.EndAsync()).Reason);
    }

    [Fact]
    public async Task A_frame_in_many_pieces_is_read_as_a_whole()
    {
        await using var peer = await GatewayPeer.ConnectAsync();
        var text = new string('x', 300_000);
        var frame = Encoding.UTF8.GetBytes($$"""{"reqIdentifier":2001,"operationID":"{{text}}","data":null}""");

        foreach (var piece in frame.Chunk(7_000))
            await peer.SendBytesAsync(piece, endOfMessage: false);
        await peer.SendBytesAsync(Array.Empty<byte>());

        Assert.Equal(text, (await peer.NextPushAsync<GatewayPush.Messages>()).OperationID);
    }

    [Fact]
    public async Task A_frame_larger_than_the_limit_ends_the_connection_without_being_read_to_its_end()
    {
        await using var peer = await GatewayPeer.ConnectAsync(configure: options => options.MaxFrameBytes = 100_000);

        await peer.SendBytesAsync(new byte[200_000], endOfMessage: false);

        var end = await peer.EndAsync();
        Assert.Equal(GatewayEndReason.ProtocolError, end.Reason);
        Assert.Contains("100000", end.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_connection_pings_and_goes_on_when_there_is_an_answer()
    {
        var time = new FakeTimeProvider();
        await using var peer = await GatewayPeer.ConnectAsync(time);

        for (var round = 0; round < 3; round++)
        {
            time.Advance(TimeSpan.FromSeconds(24));
            Assert.Equal("""{"type":"ping"}""", Encoding.UTF8.GetString((await peer.ReceiveAsync()).Bytes));
            await peer.SendTextAsync("""{"type":"pong","body":null}""");
            // An answer that follows the pong proves that the pong has been read.
            await peer.PushAsync(GatewayRequest.PushMsg, new PushMessages());
            await peer.NextPushAsync<GatewayPush.Messages>();
        }

        Assert.Null(peer.Client.End);
    }

    [Fact]
    public async Task A_server_that_answers_no_ping_is_given_up()
    {
        var time = new FakeTimeProvider();
        await using var peer = await GatewayPeer.ConnectAsync(time);
        var waiting = peer.Client.SendMessageAsync(new MsgData(), "op", Stop);
        await peer.NextRequestAsync();

        time.Advance(TimeSpan.FromSeconds(36));

        Assert.Equal(GatewayEndReason.Silent, (await peer.EndAsync()).Reason);
        Assert.Equal(Errors.NetworkTimeout, (await waiting).Error);
    }

    [Fact]
    public async Task Its_owner_ends_it_by_disposing_or_by_giving_up()
    {
        await using var disposed = await GatewayPeer.ConnectAsync();
        disposed.Client.Dispose();
        Assert.Equal(GatewayEndReason.Disposed, (await disposed.EndAsync()).Reason);

        await using var given = await GatewayPeer.ConnectAsync();
        await given.Owner.CancelAsync();
        Assert.Equal(GatewayEndReason.Disposed, (await given.EndAsync()).Reason);
    }

    [Fact]
    public async Task Pushes_are_handled_where_the_loop_was_started_as_a_grain_needs_it()
    {
        var turns = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        await using var peer = await GatewayPeer.ConnectAsync(turns: turns);

        for (var push = 0; push < 2; push++)
        {
            await peer.PushAsync(GatewayRequest.PushMsg, new PushMessages());
            await peer.NextPushAsync<GatewayPush.Messages>();
        }

        Assert.Same(turns, peer.HandledOn);
    }
}
