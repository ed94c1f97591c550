using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Unit.Sessions.Messages;

namespace OpenIM.SignalR.Unit.Sessions.Conversations;

public sealed class ClearingTests
{
    private const string AnnAndBen = "si_ann_ben";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cleared_conversation_has_no_history_for_this_user_and_stays_in_the_list_over_a_logout()
    {
        await using var chat = await WithOneMessage();

        Assert.Equal(Result.Ok, await chat.Of("ann").ClearConversationAndDeleteAllMsg(AnnAndBen, false, Cancel));

        var told = await chat.Told("ann", "OnTotalUnreadMessageCountChanged(0)");
        Assert.Equal(
            ["OnConversationChanged", "OnTotalUnreadMessageCountChanged"], Chat.Names(told).TakeLast(2));
        Assert.Empty((await chat.History("ann", AnnAndBen)).MessageList!);
        Assert.Single((await chat.History("ben", AnnAndBen)).MessageList!);
        Assert.Equal(("", 0), (await Only(chat)) is var row ? (row.LatestMsg, row.UnreadCount) : default);

        await chat.Of("ann").Logout(Cancel);
        await chat.Of("ann").Login(await chat.Host.Token("ann"), "c2", isReturn: false, Cancel);
        Assert.Equal("", (await Only(chat)).LatestMsg);
        Assert.Empty((await chat.History("ann", AnnAndBen)).MessageList!);
    }

    [Fact]
    public async Task A_deleted_conversation_is_gone_from_the_list_and_comes_back_with_its_next_message_alone()
    {
        await using var chat = await WithOneMessage();

        Assert.Equal(Result.Ok, await chat.Of("ann").DeleteConversationAndDeleteAllMsg(AnnAndBen, false, Cancel));

        Assert.Contains("OnConversationChanged([])", await chat.Told("ann", "OnTotalUnreadMessageCountChanged(0)"));
        Assert.Empty((await chat.Of("ann").GetAllConversationList(Cancel)).Value!);

        await chat.Send("ben", "two", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");
        Assert.Equal(1, (await Only(chat)).UnreadCount);
        Assert.Equal(["two"], (await chat.History("ann", AnnAndBen)).MessageList!.Select(m => m.TextElem?.Content));
    }

    [Fact]
    public async Task Asked_to_the_users_other_devices_clear_it_too()
    {
        await using var chat = await WithOneMessage();
        var phone = chat.Host.Session("ann", Platform.Android);
        await phone.Login(await chat.Host.Token("ann", Platform.Android), "c2", isReturn: false, Cancel);
        Assert.Single((await phone.GetAllConversationList(Cancel)).Value!);
        await chat.Host.IsOnline("ann");

        await chat.Of("ann").ClearConversationAndDeleteAllMsg(AnnAndBen, tellOwnDevices: true, Cancel);

        await Session.SessionHost.Until(async () =>
            (await phone.GetAllConversationList(Cancel)).Value![0].LatestMsg.Length == 0);
        Assert.Equal(0, (await phone.GetTotalUnreadMsgCount(Cancel)).Value);
    }

    [Fact]
    public async Task A_conversation_that_only_this_session_knows_is_cleared_without_the_server()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Of("ann").GetOneConversation(SessionType.Single, "ben", Cancel);
        await chat.Of("ann").SetConversationDraft(AnnAndBen, "x", Cancel);

        Assert.Equal(Result.Ok, await chat.Of("ann").ClearConversationAndDeleteAllMsg(AnnAndBen, false, Cancel));

        Assert.Equal("", (await Only(chat)).DraftText);
        var unknown = await chat.Of("ann").ClearConversationAndDeleteAllMsg("si_nothing", false, Cancel);
        Assert.Equal(ErrorCode.Unknown, unknown.Error?.Code);
    }

    private static async Task<Chat> WithOneMessage()
    {
        var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ben", "one", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");
        return chat;
    }

    private static async Task<LocalConversation> Only(Chat chat) =>
        Assert.Single((await chat.Of("ann").GetAllConversationList(Cancel)).Value!);
}
