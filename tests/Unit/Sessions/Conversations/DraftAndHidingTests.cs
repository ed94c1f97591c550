using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Unit.Sessions.Messages;

namespace OpenIM.SignalR.Unit.Sessions.Conversations;

public sealed class DraftAndHidingTests
{
    private const string AnnAndBen = "si_ann_ben";
    private const string AnnAndCid = "si_ann_cid";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_told_moves_the_row_up_and_is_there_again_after_a_logout()
    {
        await using var chat = await Chat.StartAsync("ann", "ben", "cid");
        await chat.Send("ben", "one", "ann");
        await chat.Send("cid", "two", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(2)");

        Assert.Equal(Result.Ok, await chat.Of("ann").SetConversationDraft(AnnAndBen, "not finished", Cancel));

        Assert.Contains("not finished", (await chat.Told("ann", "OnConversationChanged"))[^1], StringComparison.Ordinal);
        Assert.Equal([AnnAndBen, AnnAndCid], (await List(chat)).Select(row => row.ConversationID));

        await LogInAgain(chat);
        var row = (await List(chat))[0];
        Assert.Equal((AnnAndBen, "not finished"), (row.ConversationID, row.DraftText));

        await chat.Of("ann").SetConversationDraft(AnnAndBen, "", Cancel);
        Assert.Equal([AnnAndCid, AnnAndBen], (await List(chat)).Select(row => row.ConversationID));
        await LogInAgain(chat);
        Assert.All(await List(chat), row => Assert.Equal(("", 0), (row.DraftText, row.DraftTextTime)));
    }

    [Fact]
    public async Task A_draft_to_somebody_nobody_wrote_to_yet_survives_a_logout_too()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Of("ann").GetOneConversation(SessionType.Single, "ben", Cancel);
        await chat.Of("ann").SetConversationDraft(AnnAndBen, "dear Ben", Cancel);

        await LogInAgain(chat);

        var row = Assert.Single(await List(chat));
        Assert.Equal(("dear Ben", "ben's name", "ben"), (row.DraftText, row.ShowName, row.UserID));
    }

    [Fact]
    public async Task A_hidden_conversation_stays_hidden_over_a_logout_until_a_message_comes()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ben", "one", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");

        Assert.Equal(Result.Ok, await chat.Of("ann").HideConversation(AnnAndBen, Cancel));
        Assert.Empty(await List(chat));
        Assert.Equal(0, (await chat.Of("ann").GetTotalUnreadMsgCount(Cancel)).Value);

        await LogInAgain(chat);
        Assert.Empty(await List(chat));
        Assert.Equal(0, (await chat.Of("ann").GetTotalUnreadMsgCount(Cancel)).Value);

        await chat.Send("ben", "two", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged");
        Assert.Contains("two", Assert.Single(await List(chat)).LatestMsg, StringComparison.Ordinal);

        await LogInAgain(chat);
        Assert.Contains("two", Assert.Single(await List(chat)).LatestMsg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_came_while_nobody_was_logged_in_brings_a_hidden_conversation_back()
    {
        await using var chat = await Chat.StartAsync("ann", "ben", "cid");
        await chat.Send("ben", "one", "ann");
        await chat.Send("cid", "one", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(2)");
        await chat.Of("ann").HideAllConversations(Cancel);
        await chat.Of("ann").Logout(Cancel);
        await chat.Send("cid", "two", "ann");

        await LogIn(chat);

        Assert.Equal(AnnAndCid, Assert.Single(await List(chat)).ConversationID);
    }

    [Fact]
    public async Task A_draft_brings_a_hidden_conversation_back_without_its_messages()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ben", "one", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");
        await chat.Of("ann").HideConversation(AnnAndBen, Cancel);

        await chat.Of("ann").SetConversationDraft(AnnAndBen, "hm", Cancel);
        await LogInAgain(chat);

        var row = Assert.Single(await List(chat));
        Assert.Equal(("hm", ""), (row.DraftText, row.LatestMsg));
    }

    [Fact]
    public async Task Nothing_is_drafted_or_hidden_that_is_not_there_and_drafts_have_a_bound()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var ann = chat.Of("ann");
        await ann.GetOneConversation(SessionType.Single, "ben", Cancel);

        Assert.Equal(ErrorCode.Unknown, (await ann.SetConversationDraft("si_nothing", "x", Cancel)).Error?.Code);
        Assert.Equal(ErrorCode.Unknown, (await ann.HideConversation("si_nothing", Cancel)).Error?.Code);
        var tooLong = new string('x', KeptConversations.MaxDraftLength + 1);
        Assert.Equal(ErrorCode.Arguments, (await ann.SetConversationDraft(AnnAndBen, tooLong, Cancel)).Error?.Code);
        Assert.Empty(await List(chat));
    }

    private static async Task<IReadOnlyList<LocalConversation>> List(Chat chat) =>
        (await chat.Of("ann").GetAllConversationList(Cancel)).Value!;

    private static async Task LogInAgain(Chat chat)
    {
        await chat.Of("ann").Logout(Cancel);
        await LogIn(chat);
    }

    private static async Task LogIn(Chat chat)
    {
        Assert.Equal(Result.Ok, await chat.Of("ann").Login(await chat.Host.Token("ann"), "c2", isReturn: false, Cancel));
        await chat.Host.IsOnline("ann");
    }
}
