using System.Text.Json;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Unit.Sessions.Session;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class DeletingTests
{
    private const string AnnAndBen = "si_ann_ben";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deleted_message_is_gone_from_history_list_and_count_also_after_a_logout(bool onServer)
    {
        await using var chat = await WithTwoFromBen();
        var two = (await chat.History("ann", AnnAndBen)).MessageList![^1];

        Assert.Equal(Result.Ok, await Delete(chat, "ann", two.ClientMsgID!, onServer));

        var told = await chat.Told("ann", "OnMsgDeleted");
        Assert.Equal(
            ["OnConversationChanged", "OnTotalUnreadMessageCountChanged", "OnConversationChanged", "OnMsgDeleted"],
            Chat.Names(told).TakeLast(4));
        var deleted = JsonSerializer.Deserialize(
            told[^1][(told[^1].IndexOf('(', StringComparison.Ordinal) + 1)..^1],
            ContractsJsonContext.Default.LocalChatLog)!;
        Assert.Equal((two.ClientMsgID, """{"content":"two"}""", "ben", 2L),
            (deleted.ClientMsgID, deleted.Content, deleted.SendID, deleted.Seq));
        await Shows(chat, "one", unread: 1);

        await chat.Of("ann").Logout(Cancel);
        await chat.Of("ann").Login(await chat.Host.Token("ann"), "c2", isReturn: false, Cancel);
        Assert.Equal(["one"], await TextsOf(chat, "ann"));
        Assert.Equal("one", Latest(await Only(chat)).TextElem?.Content);
        Assert.Equal(["one", "two"], await TextsOf(chat, "ben"));
        Assert.Equal(ErrorCode.Unknown, (await Delete(chat, "ann", two.ClientMsgID!, onServer)).Error?.Code);
    }

    [Fact]
    public async Task What_is_deleted_here_stays_on_the_users_other_devices_unless_they_are_told()
    {
        await using var chat = await WithTwoFromBen();
        var phone = chat.Host.Session("ann", Platform.Android);
        await phone.Login(await chat.Host.Token("ann", Platform.Android), "c2", isReturn: false, Cancel);
        var messages = (await chat.History("ann", AnnAndBen)).MessageList!;

        await Delete(chat, "ann", messages[0].ClientMsgID!, onServer: false);
        Assert.Equal(["two"], await TextsOf(chat, "ann"));
        Assert.Equal(2, (await HistoryOf(phone)).Count);

        await chat.Of("ann").DeleteMessages(AnnAndBen, [messages[1].ClientMsgID!], true, tellOwnDevices: true, Cancel);
        await SessionHost.Until(async () => (await HistoryOf(phone)).Count == 1);
        Assert.Empty(await TextsOf(chat, "ann"));
    }

    [Fact]
    public async Task All_messages_are_deleted_here_and_the_next_one_is_shown_alone()
    {
        await using var chat = await WithTwoFromBen();

        Assert.Equal(Result.Ok, await chat.Of("ann").DeleteAllMsgFromLocal(Cancel));

        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(0)");
        Assert.Empty(await TextsOf(chat, "ann"));
        Assert.Equal("", (await Only(chat)).LatestMsg);
        await chat.Send("ben", "three", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");
        Assert.Equal(["three"], await TextsOf(chat, "ann"));

        await chat.Of("ann").Logout(Cancel);
        await chat.Of("ann").Login(await chat.Host.Token("ann"), "c2", isReturn: false, Cancel);
        Assert.Equal(["three"], await TextsOf(chat, "ann"));
    }

    [Fact]
    public async Task All_messages_are_deleted_everywhere_for_this_user_alone()
    {
        await using var chat = await WithTwoFromBen();

        Assert.Equal(Result.Ok, await chat.Of("ann").DeleteAllMsgFromLocalAndSvr(Cancel));

        Assert.Empty(await TextsOf(chat, "ann"));
        Assert.Equal(0, (await chat.Of("ann").GetTotalUnreadMsgCount(Cancel)).Value);
        Assert.Equal(["one", "two"], await TextsOf(chat, "ben"));
        var phone = chat.Host.Session("ann", Platform.Android);
        await phone.Login(await chat.Host.Token("ann", Platform.Android), "c2", isReturn: false, Cancel);
        Assert.Empty(await HistoryOf(phone));
    }

    private static Task<Result> Delete(Chat chat, string userID, string clientMsgID, bool onServer) =>
        chat.Of(userID).DeleteMessages(AnnAndBen, [clientMsgID], onServer, tellOwnDevices: false, Cancel);

    private static async Task Shows(Chat chat, string latest, int unread)
    {
        var row = await Only(chat);
        Assert.Equal((latest, unread), (Latest(row).TextElem?.Content, row.UnreadCount));
    }

    private static MsgStruct Latest(LocalConversation row) =>
        JsonSerializer.Deserialize(row.LatestMsg, ContractsJsonContext.Default.MsgStruct)!;

    private static async Task<Chat> WithTwoFromBen()
    {
        var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ben", "one", "ann");
        await chat.Send("ben", "two", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(2)");
        return chat;
    }

    private static async Task<IEnumerable<string?>> TextsOf(Chat chat, string userID) =>
        (await chat.History(userID, AnnAndBen)).MessageList!.Select(message => message.TextElem?.Content);

    private static async Task<IReadOnlyList<MsgStruct>> HistoryOf(ISessionGrain session) =>
        (await session.GetAdvancedHistoryMessageList(
            new() { ConversationID = AnnAndBen, Count = 10 }, Cancel)).Value!.MessageList!;

    private static async Task<LocalConversation> Only(Chat chat) =>
        Assert.Single((await chat.Of("ann").GetAllConversationList(Cancel)).Value!);
}
