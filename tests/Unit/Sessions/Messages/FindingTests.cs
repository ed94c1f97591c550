using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Unit.Sessions.Session;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class FindingTests
{
    private const string AnnAndBen = "si_ann_ben";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_are_searched_in_all_conversations_or_page_by_page_in_one()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        foreach (var text in new[] { "Harbour at noon", "something else", "the harbour again" })
            await chat.Send("ben", text, "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(3)");

        var all = (await chat.Of("ann").SearchLocalMessages(new() { KeywordList = ["harbour"] }, Cancel)).Value!;
        Assert.Equal((2, false), (all.TotalCount, all.IsTruncated));
        var item = Assert.Single(all.SearchResultItems!);
        Assert.Equal((AnnAndBen, "ben's name", 2), (item.ConversationID, item.ShowName, item.MessageCount));
        Assert.Equal(["the harbour again", "Harbour at noon"], item.MessageList!.Select(m => m.TextElem?.Content));

        for (var page = 1; page <= 3; page++)
        {
            var one = (await chat.Of("ann").SearchLocalMessages(
                new() { ConversationID = AnnAndBen, KeywordList = ["harbour"], PageIndex = page, Count = 1 }, Cancel))
                .Value!;
            Assert.Equal(page <= 2 ? 1 : 0, one.TotalCount);
            Assert.Equal(page <= 2 ? item.MessageList![page - 1].ClientMsgID : null,
                one.SearchResultItems?[0].MessageList![0].ClientMsgID);
        }
    }

    [Fact]
    public async Task A_search_says_that_it_did_not_look_at_everything()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        for (var i = 0; i < 205; i++)
            await chat.Send("ben", $"text {i}", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(205)");

        var all = (await chat.Of("ann").SearchLocalMessages(new() { KeywordList = ["text 3"] }, Cancel)).Value!;

        Assert.True(all.IsTruncated);
        Assert.Equal(10, all.TotalCount);
        var one = (await chat.Of("ann").SearchLocalMessages(
            new() { ConversationID = AnnAndBen, KeywordList = ["text 3"], PageIndex = 1, Count = 50 }, Cancel)).Value!;
        Assert.Equal((11, false), (one.TotalCount, one.IsTruncated));
    }

    [Fact]
    public async Task Messages_are_found_by_id_in_whatever_state_they_are_and_the_unknown_is_absent()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var one = (await chat.Send("ann", "one", "ben")).Value!;
        var failed = await chat.Text("ann", "two");
        chat.Host.Network.Cut();
        await chat.Host.Network.WaitForRefusedAttemptAsync(Cancel);
        await chat.Send("ann", failed, "ben");
        chat.Host.Network.Restore();

        await SessionHost.Until(async () => (await Find(chat, one, failed)).Length == 2);

        Assert.Equal(
            [(failed.ClientMsgID, MessageStatus.Failed), (one.ClientMsgID, MessageStatus.Sent)],
            await Find(chat, one, failed));
        Assert.Empty(await Find(chat, await chat.Text("ann", "never sent")));
    }

    [Fact]
    public async Task The_messages_around_one_are_given_with_it_also_when_the_session_has_forgotten_it()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        for (var i = 1; i <= 7; i++)
            await chat.Send("ben", $"{i}", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(7)");
        var start = (await chat.History("ann", AnnAndBen)).MessageList![3];
        await chat.Of("ann").Logout(Cancel);
        await chat.Of("ann").Login(await chat.Host.Token("ann"), "c2", isReturn: false, Cancel);

        var around = await chat.Of("ann").FetchSurroundingMessages(
            new() { StartMessage = start, Before = 2, After = 1 }, Cancel);

        Assert.Equal(["2", "3", "4", "5"], around.Value!.MessageList!.Select(m => m.TextElem?.Content));
        Assert.Equal(
            ErrorCode.Arguments, (await chat.Of("ann").FetchSurroundingMessages(new(), Cancel)).Error?.Code);
    }

    private static async Task<(string?, int)[]> Find(Chat chat, params MsgStruct[] messages)
    {
        var found = await chat.Of("ann").FindMessageList(
            [
                new() { ConversationID = AnnAndBen, ClientMsgIDList = [.. messages.Select(m => m.ClientMsgID!)] },
                new() { ConversationID = "si_nothing", ClientMsgIDList = ["x"] },
            ],
            Cancel);
        return [.. (found.Value?.FindResultItems ?? []).SelectMany(item => item.MessageList!)
            .Select(message => (message.ClientMsgID, message.Status))];
    }
}
