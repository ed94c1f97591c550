using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Unit.Sessions.Session;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class ResendingTests
{
    private const string AnnAndBen = "si_ann_ben";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The client logged out, or its process ended, before it saw the answer, and tries once more.</summary>
    [Fact]
    public async Task A_message_of_an_earlier_session_that_arrived_is_not_sent_a_second_time()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var message = await chat.Text("ann", "once");
        Assert.True((await chat.Send("ann", message, "ben")).IsOk);
        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(1)");
        await chat.Of("ann").Logout(Cancel);
        await chat.Of("ann").Login(await chat.Host.Token("ann"), "c2", isReturn: false, Cancel);

        var again = await chat.Send("ann", message, "ben");

        Assert.Equal((message.ClientMsgID, MessageStatus.Sent), (again.Value?.ClientMsgID, again.Value?.Status));
        Assert.Single((await chat.History("ben", AnnAndBen)).MessageList!);
    }

    [Fact]
    public async Task A_message_of_an_earlier_session_that_did_not_arrive_is_sent()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ann", "first", "ben");
        var message = await chat.Text("ann", "second");
        await chat.Of("ann").Logout(Cancel);
        await chat.Of("ann").Login(await chat.Host.Token("ann"), "c2", isReturn: false, Cancel);

        Assert.True((await chat.Send("ann", message, "ben")).IsOk);

        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(2)");
        Assert.Equal(
            ["first", "second"],
            (await chat.History("ben", AnnAndBen)).MessageList!.Select(m => m.TextElem?.Content));
    }

    [Fact]
    public async Task A_send_that_failed_is_there_after_a_logout_and_can_be_made_again_once()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ann", "first", "ben");
        var message = await chat.Text("ann", "second");
        chat.Host.Network.Cut();
        await chat.Host.Network.WaitForRefusedAttemptAsync(Cancel);
        Assert.False((await chat.Send("ann", message, "ben")).IsOk);
        chat.Host.Network.Restore();
        await chat.Of("ann").Logout(Cancel);
        await chat.Of("ann").Login(await chat.Host.Token("ann"), "c2", isReturn: false, Cancel);

        var kept = (await chat.History("ann", AnnAndBen)).MessageList![^1];
        Assert.Equal((message.ClientMsgID, MessageStatus.Failed), (kept.ClientMsgID, kept.Status));
        Assert.True((await chat.Send("ann", message, "ben")).IsOk);
        Assert.Equal(ErrorCode.MessageRepeat, (await chat.Send("ann", message, "ben")).Error?.Code);

        await SessionHost.Until(async () =>
            (await chat.History("ann", AnnAndBen)).MessageList!.All(m => m.Status == MessageStatus.Sent));
        Assert.Equal(2, (await chat.History("ann", AnnAndBen)).MessageList!.Count);
        await chat.Told("ben", "OnTotalUnreadMessageCountChanged(2)");
        Assert.Equal(2, (await chat.History("ben", AnnAndBen)).MessageList!.Count);
    }
}
