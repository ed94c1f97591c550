using System.Text.Json;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class LocalMessagesTests
{
    private const string AnnAndBen = "si_ann_ben";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_inserted_message_stands_where_it_was_inserted_for_this_session_alone_also_after_a_logout()
    {
        await using var chat = await WithOneFromBen();

        var inserted = (await Insert(chat, "here", "ben", "ann")).Value!;

        Assert.Equal((MessageStatus.Sent, 0, "ann's name"), (inserted.Status, inserted.Seq, inserted.SenderNickname));
        Assert.Equal(inserted.ClientMsgID, chat.LatestMessagesToldTo("ann").Last().ClientMsgID);
        await chat.Send("ben", "two", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(2)");
        Assert.Equal(["one", "here", "two"], await TextsOf(chat, "ann"));
        Assert.Equal(["one", "two"], await TextsOf(chat, "ben"));

        await chat.Of("ann").Logout(Cancel);
        await chat.Of("ann").Login(await chat.Host.Token("ann"), "c2", isReturn: false, Cancel);
        Assert.Equal(["one", "here", "two"], await TextsOf(chat, "ann"));
        Assert.Equal(["one"], await PageAt(chat, inserted.ClientMsgID!, reverse: false));
        Assert.Equal(["two"], await PageAt(chat, inserted.ClientMsgID!, reverse: true));
    }

    [Fact]
    public async Task A_message_can_be_inserted_in_the_name_of_the_other()
    {
        await using var chat = await WithOneFromBen();

        var inserted = (await Insert(chat, "from ben", "ann", "ben")).Value!;

        Assert.Equal(("ben", "ben's name", "ann"), (inserted.SendID, inserted.SenderNickname, inserted.RecvID));
        Assert.Equal(1, (await chat.Of("ann").GetTotalUnreadMsgCount(Cancel)).Value);
    }

    [Fact]
    public async Task There_is_nothing_to_insert_into_before_the_first_message()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var text = await chat.Text("ann", "x");

        Assert.Equal(ErrorCode.Unknown, (await Insert(chat, "x", "ben", "ann")).Error?.Code);
        Assert.Equal(ErrorCode.Arguments, (await Insert(chat, "x", "", "ann")).Error?.Code);
        Assert.Equal(
            ErrorCode.Arguments,
            (await chat.Of("ann").InsertGroupMessageToLocalStorage(text, "", "ann", Cancel)).Error?.Code);
        Assert.Equal(
            ErrorCode.GroupNotFound,
            (await chat.Of("ann").InsertGroupMessageToLocalStorage(text, "no-such-group", "ann", Cancel)).Error?.Code);
    }

    [Fact]
    public async Task A_note_is_shown_with_its_message_in_history_and_list_until_it_is_taken_away()
    {
        await using var chat = await WithOneFromBen();
        var message = (await chat.History("ann", AnnAndBen)).MessageList![0];

        Assert.Equal(Result.Ok, await Note(chat, message.ClientMsgID!, "mine"));

        Assert.Equal("mine", chat.LatestMessagesToldTo("ann").Last().LocalEx);
        await chat.Of("ann").Logout(Cancel);
        await chat.Of("ann").Login(await chat.Host.Token("ann"), "c2", isReturn: false, Cancel);
        Assert.Equal("mine", (await chat.History("ann", AnnAndBen)).MessageList![0].LocalEx);
        Assert.Null((await chat.History("ben", AnnAndBen)).MessageList![0].LocalEx);
        var row = Assert.Single((await chat.Of("ann").GetAllConversationList(Cancel)).Value!);
        Assert.Contains("mine", row.LatestMsg, StringComparison.Ordinal);

        await Note(chat, message.ClientMsgID!, "");
        Assert.Null((await chat.History("ann", AnnAndBen)).MessageList![0].LocalEx);
        Assert.Equal(ErrorCode.Unknown, (await Note(chat, "unknown", "x")).Error?.Code);
    }

    [Fact]
    public async Task Another_content_is_shown_in_place_of_the_servers()
    {
        await using var chat = await WithOneFromBen();
        var message = (await chat.History("ann", AnnAndBen)).MessageList![0];

        await chat.Of("ann").SetMessageLocalContent(
            AnnAndBen, message with { TextElem = new() { Content = "eins" } }, Cancel);

        var shown = (await chat.History("ann", AnnAndBen)).MessageList![0];
        Assert.Equal(("eins", message.Seq, message.SendID), (shown.TextElem?.Content, shown.Seq, shown.SendID));
        Assert.Equal("eins", chat.LatestMessagesToldTo("ann").Last().TextElem?.Content);
        Assert.Equal(["one"], await TextsOf(chat, "ben"));
    }

    [Fact]
    public async Task More_than_a_session_has_room_for_is_refused()
    {
        await using var chat = await WithOneFromBen();

        var refused = await Insert(chat, new string('x', KeptMessages.MaxLength), "ben", "ann");

        Assert.Equal(ErrorCode.Arguments, refused.Error?.Code);
        Assert.Equal(["one"], await TextsOf(chat, "ann"));
    }

    private static async Task<Chat> WithOneFromBen()
    {
        var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ben", "one", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");
        return chat;
    }

    private static async Task<Result<MsgStruct>> Insert(Chat chat, string text, string recvID, string sendID) =>
        await chat.Of("ann").InsertSingleMessageToLocalStorage(await chat.Text("ann", text), recvID, sendID, Cancel);

    private static Task<Result> Note(Chat chat, string clientMsgID, string note) =>
        chat.Of("ann").SetMessageLocalEx(AnnAndBen, clientMsgID, note, Cancel);

    private static async Task<IEnumerable<string?>> TextsOf(Chat chat, string userID) =>
        (await chat.History(userID, AnnAndBen)).MessageList!.Select(message => message.TextElem?.Content);

    private static async Task<IEnumerable<string?>> PageAt(Chat chat, string clientMsgID, bool reverse)
    {
        var request = new GetAdvancedHistoryMessageListParams
        {
            ConversationID = AnnAndBen, StartClientMsgID = clientMsgID, Count = 5,
        };
        var page = reverse
            ? await chat.Of("ann").GetAdvancedHistoryMessageListReverse(request, Cancel)
            : await chat.Of("ann").GetAdvancedHistoryMessageList(request, Cancel);
        return page.Value!.MessageList!.Select(message => message.TextElem?.Content);
    }
}
