using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Unit.Sessions.Messages;

namespace OpenIM.SignalR.Unit.Sessions.Session;

/// <summary>What a client sees that goes on from its earlier logins, and what one sees that is new.</summary>
public sealed class ReturningTests
{
    private const string AnnAndBen = "si_ann_ben";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_that_were_told_have_their_attached_info_as_text_for_who_goes_on()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ben", "told", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");
        await chat.Of("ann").Logout(Cancel);
        await chat.Send("ben", "not told", "ann");
        await chat.Send("ben", "told by the login", "ann");

        await Login(chat, isReturn: true);

        Assert.Equal([true, false, true], await AttachedAsText(chat));
    }

    [Fact]
    public async Task A_new_device_was_told_nothing()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ben", "told", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");

        await chat.Of("ann").Logout(Cancel);
        await Login(chat, isReturn: false);
        Assert.Equal([false], await AttachedAsText(chat));

        await chat.Of("ann").Detach("c2");
        await Login(chat, isReturn: false);
        Assert.Equal([false], await AttachedAsText(chat));
    }

    [Fact]
    public async Task A_conversation_that_a_message_has_made_shows_the_servers_zeros_to_who_goes_on()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ben", "one", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");
        Assert.Equal((30, 604800), await BurnAndDestruct(chat));

        await chat.Of("ann").Logout(Cancel);
        await Login(chat, isReturn: true);
        Assert.Equal((0, 0), await BurnAndDestruct(chat));

        await chat.Of("ann").Detach("c2");
        await Login(chat, isReturn: false);
        Assert.Equal((30, 604800), await BurnAndDestruct(chat));
    }

    [Fact]
    public async Task A_conversation_of_the_first_login_shows_the_defaults_until_it_is_changed_somewhere()
    {
        await using var chat = await Chat.StartAsync("ben");
        await chat.Host.Register("ann");
        await chat.Send("ben", "before the first login", "ann");
        await Login(chat, isReturn: false);
        await chat.Of("ann").Logout(Cancel);

        await Login(chat, isReturn: true);
        Assert.Equal((30, 604800), await BurnAndDestruct(chat));

        await chat.Of("ann").Logout(Cancel);
        await chat.Host.Post("/conversation/set_conversations", new
        {
            userIDs = new[] { "ann" },
            conversation = new { conversationID = AnnAndBen, conversationType = 1, userID = "ben", ex = "changed" },
        });
        await Login(chat, isReturn: true);
        Assert.Equal((0, 0), await BurnAndDestruct(chat));
    }

    private static async Task Login(Chat chat, bool isReturn)
    {
        Assert.Equal(Result.Ok, await chat.Of("ann").Login(await chat.Host.Token("ann"), "c2", isReturn, Cancel));
        await chat.Told("ann", "OnSyncServerFinish");
    }

    private static async Task<IEnumerable<bool>> AttachedAsText(Chat chat) =>
        (await chat.History("ann", AnnAndBen)).MessageList!.Select(message => message.AttachedInfo != "null");

    private static async Task<(int BurnDuration, long MsgDestructTime)> BurnAndDestruct(Chat chat)
    {
        var row = Assert.Single((await chat.Of("ann").GetAllConversationList(Cancel)).Value!);
        return (row.BurnDuration, row.MsgDestructTime);
    }
}
