using System.Text.Json;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Unit.Sessions.Session;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class RevokingTests
{
    private const string AnnAndBen = "si_ann_ben";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_is_taken_back_is_gone_for_both_and_stands_as_a_notice_in_list_and_history()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var sent = (await chat.Send("ann", "oops", "ben")).Value!;
        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(1)");

        Assert.Equal(Result.Ok, await chat.Of("ann").RevokeMessage(AnnAndBen, sent.ClientMsgID!, Cancel));

        var told = await chat.Told("ben", "OnNewRecvMessageRevoked");
        Assert.Equal(["OnConversationChanged", "OnNewRecvMessageRevoked"], Chat.Names(told));
        var revoked = RevokedIn(told[^1]);
        Assert.Equal(("ann", "ann's name", sent.ClientMsgID, 1L, false),
            (revoked.RevokerID, revoked.RevokerNickname, revoked.ClientMsgID, revoked.Seq, revoked.IsAdminRevoke));
        Assert.Equal(ContentType.Revoked, chat.LatestMessagesToldTo("ben").Last().ContentType);
        foreach (var user in new[] { "ann", "ben" })
        {
            var notice = Assert.Single((await chat.History(user, AnnAndBen)).MessageList!);
            Assert.Equal((sent.ClientMsgID, ContentType.Revoked), (notice.ClientMsgID, notice.ContentType));
            Assert.Null(notice.TextElem);
            Assert.Equal("ann", RevokedMessage.Read(notice)?.RevokerID);
        }
        Assert.Equal(1, (await chat.Of("ben").GetTotalUnreadMsgCount(Cancel)).Value);
        Assert.Equal(1404, (await chat.Of("ann").RevokeMessage(AnnAndBen, sent.ClientMsgID!, Cancel)).Error?.Code);
    }

    /// <summary>The first by the answer, in seconds; the second by the notification that everybody gets.</summary>
    [Fact]
    public async Task Who_takes_a_message_back_is_told_twice_in_this_order()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var sent = (await chat.Send("ann", "oops", "ben")).Value!;

        await chat.Of("ann").RevokeMessage(AnnAndBen, sent.ClientMsgID!, Cancel);

        var first = RevokedIn((await chat.Told("ann", "OnNewRecvMessageRevoked"))[^1]);
        var second = RevokedIn((await chat.Told("ann", "OnNewRecvMessageRevoked"))[^1]);
        Assert.Equal(first.RevokeTime, second.RevokeTime / 1000, 2.0);
    }

    [Fact]
    public async Task Nobody_takes_back_what_another_wrote_or_what_is_not_there()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var sent = (await chat.Send("ann", "mine", "ben")).Value!;
        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(1)");

        foreach (var (conversationID, clientMsgID) in new[]
            { (AnnAndBen, sent.ClientMsgID!), (AnnAndBen, "unknown"), ("si_nothing", sent.ClientMsgID!), ("", "") })
            Assert.Equal(
                ErrorCode.Unknown, (await chat.Of("ben").RevokeMessage(conversationID, clientMsgID, Cancel)).Error?.Code);

        Assert.NotNull(Assert.Single((await chat.History("ben", AnnAndBen)).MessageList!).TextElem);
    }

    [Fact]
    public async Task A_latest_message_that_quotes_it_shows_that_it_was_taken_back()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var sent = (await chat.Send("ann", "oops", "ben")).Value!;
        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(1)");
        var quote = (await chat.Of("ben").CreateQuoteMessage("really?", sent)).Value!;
        await chat.Send("ben", quote, "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");

        await chat.Of("ann").RevokeMessage(AnnAndBen, sent.ClientMsgID!, Cancel);
        await chat.Told("ann", "OnNewRecvMessageRevoked");

        var latest = chat.LatestMessagesToldTo("ann").Last();
        Assert.Equal("really?", latest.QuoteElem?.Text);
        Assert.Equal(ContentType.Revoked, latest.QuoteElem?.QuoteMessage?.ContentType);
        Assert.Null(latest.QuoteElem?.QuoteMessage?.TextElem);
    }

    [Fact]
    public async Task Who_was_away_is_told_at_his_next_login()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var sent = (await chat.Send("ann", "oops", "ben")).Value!;
        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(1)");
        await chat.Of("ben").Logout(Cancel);

        await chat.Of("ann").RevokeMessage(AnnAndBen, sent.ClientMsgID!, Cancel);
        await chat.Of("ben").Login(await chat.Host.Token("ben"), "c2", isReturn: false, Cancel);

        Assert.Equal(sent.ClientMsgID, RevokedIn((await chat.Told("ben", "OnNewRecvMessageRevoked"))[^1]).ClientMsgID);
    }

    private static MessageRevoked RevokedIn(string told) => JsonSerializer.Deserialize(
        told[(told.IndexOf('(', StringComparison.Ordinal) + 1)..^1], ContractsJsonContext.Default.MessageRevoked)!;
}
