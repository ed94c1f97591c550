using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Unit.Sessions.Session;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class SendingTests
{
    private const string AnnAndBen = "si_ann_ben";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_state_of_a_message_is_told_by_its_conversation_and_the_other_receives_it()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");

        var sent = (await chat.Send("ann", "hello", "ben")).Value!;

        Assert.Equal((MessageStatus.Sent, 0), (sent.Status, sent.Seq));
        var sender = new List<string>();
        for (var states = 0; states < 3; states++)
            sender.AddRange(await chat.Told("ann", states == 0 ? "OnNewConversation" : "OnConversationChanged"));
        Assert.Equal(["OnNewConversation", "OnConversationChanged", "OnConversationChanged"], Chat.Names(sender));
        Assert.Contains("""\"seq\":0,\"isRead\":false,\"status\":1""", sender[0], StringComparison.Ordinal);
        Assert.Contains("""\"seq\":0,\"isRead\":false,\"status\":2""", sender[1], StringComparison.Ordinal);
        Assert.Contains("""\"seq\":1,\"isRead\":false,\"status\":2""", sender[2], StringComparison.Ordinal);
        Assert.Equal(
            ["OnRecvNewMessages", "OnNewConversation", "OnTotalUnreadMessageCountChanged"],
            Chat.Names(await chat.Told("ben", "OnTotalUnread")));
    }

    [Fact]
    public async Task Sends_of_a_conversation_do_not_overlap_so_that_other_connections_see_each_of_them_sent()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var messages = new List<MsgStruct>();
        for (var i = 0; i < 20; i++)
            messages.Add(await chat.Text("ann", $"text {i}"));

        var results = await Task.WhenAll(messages.Select(message => chat.Send("ann", message, "ben")));

        Assert.All(results, result => Assert.True(result.IsOk));
        var states = chat.LatestMessagesToldTo("ann").Select(latest => (latest.ClientMsgID, latest.Status)).ToList();
        var sends = states.Where((state, i) => i == 0 || states[i - 1].ClientMsgID != state.ClientMsgID).ToList();
        Assert.Equal(messages.Select(m => m.ClientMsgID).Order(), sends.Select(send => send.ClientMsgID).Order());
        Assert.All(messages, message => Assert.Contains((message.ClientMsgID, MessageStatus.Sent), states));
        // The others were made before the first one was sent, and are no latest message until they are.
        Assert.Contains((sends[0].ClientMsgID, MessageStatus.Sending), states);
        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(20)");
        Assert.Equal(
            sends.Select(send => send.ClientMsgID),
            (await chat.History("ben", AnnAndBen)).MessageList!.Select(m => m.ClientMsgID));
    }

    [Fact]
    public async Task A_message_is_sent_once_and_its_id_is_refused_from_then_on()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var message = await chat.Text("ann", "once");

        var both = await Task.WhenAll(chat.Send("ann", message, "ben"), chat.Send("ann", message, "ben"));

        Assert.Single(both, result => result.IsOk);
        Assert.Single(both, result => result.Error?.Code == ErrorCode.MessageRepeat);
        Assert.Equal(ErrorCode.MessageRepeat, (await chat.Send("ann", message, "ben")).Error!.Code);
    }

    [Fact]
    public async Task A_message_that_failed_is_told_stays_in_the_history_and_can_be_sent_again()
    {
        await using var chat = await Chat.StartAsync("ann");
        var message = await chat.Text("ann", "anybody there?");

        Assert.Equal(ErrorCode.RecordNotFound, (await chat.Send("ann", message, "nobody")).Error!.Code);

        Assert.Contains(
            """\"status\":1""", (await chat.Told("ann", "OnNewConversation"))[^1], StringComparison.Ordinal);
        Assert.Contains(
            """\"status\":3""", (await chat.Told("ann", "OnConversationChanged"))[^1], StringComparison.Ordinal);
        var kept = Assert.Single((await chat.History("ann", "si_ann_nobody")).MessageList!);
        Assert.Equal((message.ClientMsgID, MessageStatus.Failed), (kept.ClientMsgID, kept.Status));

        await chat.Host.Register("nobody");
        Assert.True((await chat.Send("ann", message, "nobody")).IsOk);
        Assert.Contains(
            """\"status\":2""", (await chat.Told("ann", "OnConversationChanged"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_refused_with_its_code()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var text = await chat.Text("ann", "x");
        var ann = chat.Of("ann");

        Assert.Equal(ErrorCode.Arguments, (await chat.Send("ann", text, "")).Error!.Code);
        Assert.Equal(
            ErrorCode.ContentTypeNotSupported,
            (await chat.Send("ann", text with { ContentType = ContentType.CustomOnlineOnly }, "ben")).Error!.Code);
        Assert.Equal(ErrorCode.Arguments, (await chat.Send("ann", text with { TextElem = null }, "ben")).Error!.Code);
        Assert.Equal(
            ErrorCode.HostFileRefused,
            (await chat.Send(
                "ann", text with { ContentType = ContentType.File, FileElem = new() { FilePath = "/etc/passwd" } },
                "ben")).Error!.Code);
        Assert.Equal(
            ErrorCode.GroupNotFound, (
                await ann.SendMessage(text, "", "no-such-group", null, false, Cancel)).Error!.Code);
        Assert.True((await ann.SendMessageNotOss(text, "ben", "no-such-group", null, false, Cancel)).IsOk);
    }

    [Fact]
    public async Task A_message_too_large_for_the_server_is_refused_and_the_session_goes_on()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");

        var refused = await chat.Send("ann", new string('字', 60_000), "ben");

        Assert.Equal(ErrorCode.Arguments, refused.Error!.Code);
        Assert.True((await chat.Send("ann", "short", "ben")).IsOk);
    }

    /// <summary>The answer got lost with the connection: nobody can say by it whether the message was taken.</summary>
    [Fact]
    public async Task A_message_whose_answer_was_lost_is_found_by_its_echo_and_not_sent_twice()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var message = await chat.Text("ann", "did you get this?");
        using var held = chat.Host.Network.HoldAnswers();

        var sending = chat.Send("ann", message, "ben");
        await SessionHost.Until(async () => (await chat.Host.Post("/msg/newest_seq", new { userID = "ann" }))
            .TryGetProperty("maxSeqs", out var seqs) && seqs.TryGetProperty(AnnAndBen, out _));
        Assert.False(sending.IsCompleted);
        chat.Host.Network.Cut();
        held.Dispose();
        chat.Host.Network.Restore();

        var sent = await sending;
        Assert.Null(sent.Error);
        Assert.Equal((message.ClientMsgID, MessageStatus.Sent), (sent.Value!.ClientMsgID, sent.Value.Status));
        Assert.NotEmpty(sent.Value.ServerMsgID!);
        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(1)");
        foreach (var user in new[] { "ann", "ben" })
        {
            var only = Assert.Single((await chat.History(user, AnnAndBen)).MessageList!);
            Assert.Equal((message.ClientMsgID, 1), (only.ClientMsgID, only.Seq));
        }
        Assert.Equal(MessageStatus.Sent, chat.LatestMessagesToldTo("ann").Last().Status);
    }

    [Fact]
    public async Task A_message_that_the_server_never_got_fails_and_is_told_so()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var message = await chat.Text("ann", "into the void");
        chat.Host.Network.Cut();
        await chat.Host.Network.WaitForRefusedAttemptAsync(Cancel);

        var sent = await chat.Send("ann", message, "ben");

        Assert.Equal(ErrorCode.Network, sent.Error!.Code);
        Assert.Equal(MessageStatus.Failed, chat.LatestMessagesToldTo("ann").Last().Status);
    }

    [Fact]
    public async Task An_online_only_message_is_told_and_forgotten()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");

        // Nothing of it is stored: what the server pushed before it saw ben online is gone.
        await SessionHost.Until(async () =>
        {
            var message = await chat.Text("ann", "now");
            Assert.True((await chat.Of("ann").SendMessage(message, "ben", "", null, isOnlineOnly: true, Cancel)).IsOk);
            return chat.Host.Sink.Events.Any(e => e.Event.Name == "OnRecvOnlineOnlyMessage");
        });

        Assert.Empty((await chat.Of("ben").GetAllConversationList(Cancel)).Value!);
    }
}
