using Google.Protobuf;
using Microsoft.Extensions.Time.Testing;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Upstream.Gateway;

public sealed class GatewayRequestTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_carries_the_user_the_operation_and_the_protobuf_message()
    {
        await using var peer = await GatewayPeer.ConnectAsync();

        var sending = Send(peer, "hello", "op \"1\" é");
        var request = await peer.NextRequestAsync();
        await peer.AnswerAsync(request, new SendMsgResp { ServerMsgID = "s1", SendTime = 17 });

        Assert.Equal(
            (GatewayRequest.SendMsg, "alice", "op \"1\" é"),
            (request.ReqIdentifier, request.SendID, request.OperationID));
        Assert.Equal("hello", MsgData.Parser.ParseFrom(request.Data).ClientMsgID);
        Assert.Equal(new SendMsgResp { ServerMsgID = "s1", SendTime = 17 }, (await sending).Value);
    }

    [Fact]
    public async Task Answers_find_their_requests_in_any_order_and_with_pushes_between()
    {
        await using var peer = await GatewayPeer.ConnectAsync();
        var sending = new[] { Send(peer, "0"), Send(peer, "1"), Send(peer, "2") };
        var requests = new Dictionary<string, GatewayFrame>();
        foreach (var _ in sending)
        {
            var request = await peer.NextRequestAsync();
            requests.Add(MsgData.Parser.ParseFrom(request.Data).ClientMsgID, request);
        }

        foreach (var id in new[] { "2", "0", "1" })
        {
            await peer.PushAsync(GatewayRequest.PushMsg, Message($"before {id}"));
            await peer.AnswerAsync(requests[id], new SendMsgResp { ClientMsgID = id });
        }

        for (var id = 0; id < sending.Length; id++)
            Assert.Equal($"{id}", (await sending[id]).Value!.ClientMsgID);
        foreach (var id in new[] { "2", "0", "1" })
            Assert.Equal(Message($"before {id}"), (await peer.NextPushAsync<GatewayPush.Messages>()).Content);
    }

    [Fact]
    public async Task An_error_of_the_server_reaches_the_caller_and_the_connection_stays()
    {
        await using var peer = await GatewayPeer.ConnectAsync();

        var refused = Send(peer, "1");
        await peer.AnswerAsync(await peer.NextRequestAsync(), 1302, "BlockedByPeer");
        Assert.Equal(new OpenImError(1302, "BlockedByPeer"), (await refused).Error);

        var accepted = Send(peer, "2");
        await peer.AnswerAsync(await peer.NextRequestAsync(), new SendMsgResp());
        Assert.True((await accepted).IsOk);
    }

    [Fact]
    public async Task An_answer_without_any_field_is_the_empty_message()
    {
        await using var peer = await GatewayPeer.ConnectAsync();

        var asking = peer.Client.SubscribeOnlineStatusAsync(new SubUserOnlineStatus(), "op", Stop);
        await peer.AnswerAsync(await peer.NextRequestAsync(), new SubUserOnlineStatusTips());

        Assert.Empty((await asking).Value!.Subscribers);
    }

    [Fact]
    public async Task An_answer_that_is_not_the_expected_message_is_an_internal_error()
    {
        await using var peer = await GatewayPeer.ConnectAsync();

        var asking = Send(peer, "1");
        await peer.SendAsync(await peer.NextRequestAsync() with { Data = [0xff, 0xff] });

        Assert.Equal(Errors.Internal, (await asking).Error);
        Assert.Null(peer.Client.End);
    }

    [Fact]
    public async Task A_request_that_is_not_answered_ends_after_ten_seconds_and_its_late_answer_disturbs_nobody()
    {
        var time = new FakeTimeProvider();
        await using var peer = await GatewayPeer.ConnectAsync(time);
        var late = Send(peer, "late");
        var request = await peer.NextRequestAsync();

        time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(late.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(Errors.NetworkTimeout, (await late).Error);

        await peer.AnswerAsync(request, new SendMsgResp { ClientMsgID = "late" });
        var next = Send(peer, "next");
        await peer.AnswerAsync(await peer.NextRequestAsync(), new SendMsgResp { ClientMsgID = "next" });
        Assert.Equal("next", (await next).Value!.ClientMsgID);
    }

    [Fact]
    public async Task A_caller_that_gives_up_leaves_the_connection_to_the_others()
    {
        await using var peer = await GatewayPeer.ConnectAsync();
        using var impatient = new CancellationTokenSource();
        var other = Send(peer, "other");
        var given = peer.Client.SendMessageAsync(new MsgData(), "op", impatient.Token);
        var request = await peer.NextRequestAsync();

        await impatient.CancelAsync();
        Assert.Equal(Errors.DeadlineExceeded, (await given).Error);

        await peer.AnswerAsync(request, new SendMsgResp());
        Assert.True((await other).IsOk);
    }

    [Fact]
    public async Task A_request_larger_than_the_server_takes_is_refused_here_since_there_it_would_cost_the_connection()
    {
        await using var peer = await GatewayPeer.ConnectAsync();

        var refused = await Send(peer, new string('x', 40_000));
        Assert.Equal(ErrorCode.Arguments, refused.Error!.Code);
        Assert.Contains("51200", refused.Error.Message, StringComparison.Ordinal);

        var accepted = Send(peer, new string('x', 38_000));
        await peer.AnswerAsync(await peer.NextRequestAsync(), new SendMsgResp());
        Assert.True((await accepted).IsOk);
    }

    [Fact]
    public async Task More_requests_than_may_wait_are_refused_at_once()
    {
        await using var peer = await GatewayPeer.ConnectAsync();
        var waiting = Enumerable.Range(0, 128).Select(id => Send(peer, $"{id}")).ToArray();

        Assert.Equal(ErrorCode.TooManyRequests, (await Send(peer, "one more")).Error!.Code);

        await peer.AnswerAsync(await peer.NextRequestAsync(), new SendMsgResp());
        await (await Task.WhenAny(waiting)).WaitAsync(Stop);
        var next = Send(peer, "next");
        Assert.False(next.IsCompleted);
        peer.Client.Dispose();
        Assert.Equal(Errors.DeadlineExceeded, (await next).Error);
    }

    [Fact]
    public async Task What_was_written_when_the_connection_is_lost_may_have_been_done_and_ends_as_a_timeout()
    {
        await using var peer = await GatewayPeer.ConnectAsync();
        var written = Send(peer, "written");
        await peer.NextRequestAsync();

        peer.Cut();

        Assert.Equal(Errors.NetworkTimeout, (await written).Error);
        await peer.EndAsync();
        Assert.Equal(Errors.Network, (await Send(peer, "after the end")).Error);
    }

    private static Task<Result<SendMsgResp>> Send(GatewayPeer peer, string id, string operationID = "op") =>
        peer.Client.SendMessageAsync(new MsgData { ClientMsgID = id }, operationID, Stop)
            .WaitAsync(TimeSpan.FromSeconds(20), Stop);

    private static PushMessages Message(string text) => new()
    {
        Msgs =
        {
            ["si_alice_bob"] = new PullMsgs { Msgs = { new MsgData { Content = ByteString.CopyFromUtf8(text) } } },
        },
    };
}
