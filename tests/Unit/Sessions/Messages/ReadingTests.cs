using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Unit.Sessions.Session;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class ReadingTests
{
    private const string AnnAndBen = "si_ann_ben";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reading_a_conversation_tells_the_sender_which_messages_and_both_histories_show_it()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var one = (await chat.Send("ann", "one", "ben")).Value!.ClientMsgID;
        var two = (await chat.Send("ann", "two", "ben")).Value!.ClientMsgID;
        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(2)");

        Assert.Equal(Result.Ok, await chat.Of("ben").MarkConversationMessageAsRead(AnnAndBen, onlyUnread: false, Cancel));

        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(0)");
        Assert.Contains(
            $"\"msgIDList\":[\"{two}\",\"{one}\"]", (
                await chat.Told("ann", "OnRecvC2CReadReceipt"))[^1], StringComparison.Ordinal);
        foreach (var user in new[] { "ann", "ben" })
            Assert.All((await chat.History(user, AnnAndBen)).MessageList!, message =>
            {
                Assert.True(message.IsRead);
                Assert.NotEqual(0, message.AttachedInfoElem!.HasReadTime);
            });
    }

    [Fact]
    public async Task An_answer_moves_the_read_position_but_the_sender_is_still_told_of_what_was_read_before_it()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var one = (await chat.Send("ann", "one", "ben")).Value!.ClientMsgID;
        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(1)");
        await chat.Send("ben", "an answer", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");

        await chat.Of("ben").MarkConversationMessageAsRead(AnnAndBen, onlyUnread: false, Cancel);

        Assert.Contains($"\"msgIDList\":[\"{one}\"]", (await chat.Told("ann", "OnRecvC2CReadReceipt"))[^1],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_ids_are_named_the_history_is_read_once_for_them()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var one = (await chat.Send("ann", "one", "ben")).Value!.ClientMsgID!;
        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(1)");

        var nobodys = Enumerable.Range(0, 20_000).Select(i => $"nobody{i}");

        Assert.Equal(Result.Ok, await chat.Of("ben").MarkMessagesAsReadByMsgID(AnnAndBen, [.. nobodys, one], Cancel));
        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(0)");
    }

    [Fact]
    public async Task A_page_of_the_longest_messages_that_OpenIM_takes_is_read_whole_and_the_connection_stays()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        for (var i = 0; i < 50; i++)
            Assert.True((await chat.Send("ann", new string('x', 36_000), "ben")).IsOk);
        var before = chat.Host.Sink.Events.Count;

        var page = await chat.History("ben", AnnAndBen);

        Assert.Equal(50, page.MessageList!.Count);
        Assert.DoesNotContain(
            chat.Host.Sink.Events.Skip(before), told => told.Event.Name is "OnConnecting" or "OnConnectFailed");
    }

    [Fact]
    public async Task Some_messages_of_a_conversation_can_be_read()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var one = (await chat.Send("ann", "one", "ben")).Value!.ClientMsgID!;
        await chat.Send("ann", "two", "ben");
        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(2)");

        Assert.Equal(Result.Ok, await chat.Of("ben").MarkMessagesAsReadByMsgID(AnnAndBen, [one], Cancel));

        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(1)");
        Assert.Equal(1, (await chat.Of("ben").GetTotalUnreadMsgCount(Cancel)).Value);
    }

    [Fact]
    public async Task Only_conversations_that_one_has_can_be_read()
    {
        await using var chat = await Chat.StartAsync("ann");
        var ann = chat.Of("ann");

        Assert.Equal(ErrorCode.Unknown, (await ann.MarkConversationMessageAsRead("si_ann_ben", onlyUnread: false, Cancel)).Error!.Code);
        Assert.Equal(ErrorCode.Unknown, (await ann.MarkMessagesAsReadByMsgID("si_ann_ben", ["x"], Cancel)).Error!.Code);
        Assert.Equal(Result.Ok, await ann.MarkAllConversationMessageAsRead(Cancel));
    }

    [Fact]
    public async Task Somebody_elses_conversation_is_empty_even_when_its_id_can_be_made_of_ones_own()
    {
        // si_ann_ben_cid is the conversation of ann and ben_cid. For cid it is the one with a user called ann_ben.
        await using var chat = await Chat.StartAsync("ann", "ben_cid", "cid");
        await chat.Host.Register("ann_ben");
        await chat.Send("ann", "a secret", "ben_cid");
        await chat.Told("ben_cid", "OnTotalUnread");

        Assert.Empty((await chat.History("cid", "si_ann_ben_cid")).MessageList!);
        Assert.Equal(
            "", (await chat.Of("cid").GetOneConversation(SessionType.Single, "ann_ben", Cancel)).Value!.LatestMsg);
        Assert.Empty((await chat.History("cid", "si_ann_ben_cid")).MessageList!);

        var own = (await chat.Send("cid", "hello", "ann_ben")).Value!.ClientMsgID;
        await chat.Told("cid", "OnConversationChanged");
        Assert.All((await chat.History("cid", "si_ann_ben_cid")).MessageList!, m => Assert.Equal(own, m.ClientMsgID));
    }

    [Fact]
    public async Task Typing_is_shown_and_ends()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");

        // Nothing of it is stored: what the server pushed before it saw ben online is gone.
        await SessionHost.Until(async () =>
        {
            Assert.Equal(Result.Ok, await chat.Of("ann").TypingStatusUpdate("ben", "yes", Cancel));
            return (await chat.Of("ben").GetInputStates(AnnAndBen, "ann")).Value!.Count > 0;
        });
        var typing = (await chat.Told("ben", "OnConversationUserInputStatusChanged"))[^1];
        Assert.StartsWith(
            """OnConversationUserInputStatusChanged({"conversationID":"si_ann_ben","userID":"ann","platformIDs":[5],""",
            typing, StringComparison.Ordinal);
        Assert.Contains("""{"msgTips":"yes"}""", typing, StringComparison.Ordinal);
        Assert.Contains("ann's name", typing, StringComparison.Ordinal);
        Assert.Equal([Platform.Web], (await chat.Of("ben").GetInputStates(AnnAndBen, "ann")).Value!);

        await chat.Of("ann").TypingStatusUpdate("ben", "no", Cancel);
        Assert.Contains(
            "\"platformIDs\":[],", (
                await chat.Told("ben", "OnConversationUserInputStatusChanged"))[^1], StringComparison.Ordinal);
        Assert.Equal(ErrorCode.Arguments, (await chat.Of("ann").TypingStatusUpdate("", "yes", Cancel)).Error!.Code);
    }
}
