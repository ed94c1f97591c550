using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Unit.Sessions.Messages;
using OpenIM.SignalR.Unit.Sessions.Session;

namespace OpenIM.SignalR.Unit.Sessions.Conversations;

public sealed class ConversationSettingsTests
{
    private const string AnnAndBen = "si_ann_ben";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_set_is_told_once_and_what_is_absent_stays()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ben", "one", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");

        Assert.Equal(Result.Ok, await Set(chat, new() { IsPinned = true }));
        Assert.Equal(Result.Ok, await Set(chat, new() { RecvMsgOpt = 2, Ex = "{}" }));
        await chat.Send("ben", "two", "ann");

        var told = await chat.Told("ann", "OnRecvNewMessages");
        Assert.Equal(2, told.Count(e => e.StartsWith("OnConversationChanged", StringComparison.Ordinal)));
        var row = (await List(chat))[0];
        Assert.Equal((true, 2, "{}"), (row.IsPinned, row.RecvMsgOpt, row.Ex));
        Assert.Equal(0, (await chat.Of("ann").GetTotalUnreadMsgCount(Cancel)).Value);
    }

    [Fact]
    public async Task What_another_device_sets_is_told_by_its_notification()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ben", "one", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");

        await SetElsewhere(chat, new { isPinned = true });

        Assert.Contains("\"isPinned\":true", (await chat.Told("ann", "OnConversationChanged"))[^1],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_device_sets_while_the_connection_is_away_is_told_after_it_is_back()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ben", "one", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");
        chat.Host.Network.Cut();
        await SetElsewhere(chat, new { isPinned = true });

        chat.Host.Network.Restore();

        await chat.Told("ann", "OnSyncServerFinish");
        Assert.Contains("\"isPinned\":true", (await chat.Told("ann", "OnConversationChanged"))[^1],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_chat_is_one_for_both_and_is_so_before_the_line_in_the_chat_comes()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ben", "one", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");

        Assert.Equal(Result.Ok, await Set(chat, new() { IsPrivateChat = true }));

        foreach (var user in new[] { "ann", "ben" })
        {
            var told = await chat.Told(user, "OnRecvNewMessages");
            Assert.Contains(told, e => e.Contains("\"isPrivateChat\":true", StringComparison.Ordinal));
        }
        Assert.Equal(Result.Ok, await Set(chat, new() { IsPrivateChat = false }));
    }

    [Fact]
    public async Task A_conversation_that_has_no_message_yet_takes_settings_and_keeps_them()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Of("ann").GetOneConversation(SessionType.Single, "ben", Cancel);

        Assert.Equal(Result.Ok, await Set(chat, new() { IsPinned = true }));

        var row = (await chat.Of("ann").GetMultipleConversation([AnnAndBen], Cancel)).Value![0];
        Assert.Equal((true, 30), (row.IsPinned, row.BurnDuration));
        await chat.Send("ben", "one", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");
        Assert.True((await List(chat))[0].IsPinned);
    }

    [Fact]
    public async Task A_conversation_that_another_device_has_set_before_its_first_message_is_found_and_takes_a_draft()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");

        await SetElsewhere(chat, new { isPinned = true });

        LocalConversation? row = null;
        await SessionHost.Until(async () => (row =
            (await chat.Of("ann").GetMultipleConversation([AnnAndBen], Cancel)).Value!.SingleOrDefault()) is not null);
        Assert.Equal((true, "ben's name", 30), (row!.IsPinned, row.ShowName, row.BurnDuration));
        Assert.Empty(await List(chat));
        Assert.True((await chat.Of("ann").GetOneConversation(SessionType.Single, "ben", Cancel)).Value!.IsPinned);
        Assert.Equal(Result.Ok, await chat.Of("ann").SetConversationDraft(AnnAndBen, "a draft", Cancel));
        Assert.Equal("a draft", Assert.Single(await List(chat)).DraftText);
        await chat.Send("ben", "one", "ann");
        Assert.Contains("\"isPinned\":true", (await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)"))[^2],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_is_not_there_takes_none()
    {
        await using var chat = await Chat.StartAsync("ann");

        Assert.Equal(ErrorCode.Unknown, (await Set(chat, new() { IsPinned = true })).Error?.Code);
    }

    [Fact]
    public async Task What_the_server_refuses_is_not_shown()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Of("ann").GetOneConversation(SessionType.Notification, "ben", Cancel);
        chat.Host.Api.Cut();

        var answer = await chat.Of("ann").SetConversation("sn_ann_ben", new() { IsPinned = true }, Cancel);

        Assert.Equal(ErrorCode.Network, answer.Error?.Code);
        Assert.False((await chat.Of("ann").GetMultipleConversation(["sn_ann_ben"], Cancel)).Value![0].IsPinned);
    }

    [Fact]
    public async Task A_search_finds_names_whatever_their_case_and_no_wildcards()
    {
        await using var chat = await Chat.StartAsync("ann", "ben", "cid");
        await chat.Send("ben", "one", "ann");
        await chat.Send("cid", "two", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(2)");
        await chat.Of("ann").HideConversation(AnnAndBen, Cancel);

        Assert.Equal(["si_ann_cid", AnnAndBen], await Search("NAME"));
        Assert.Equal([AnnAndBen], await Search("ben's"));
        Assert.Empty(await Search("%"));
        Assert.Equal(ErrorCode.Arguments, (await chat.Of("ann").SearchConversation("", Cancel)).Error?.Code);

        async Task<IEnumerable<string>> Search(string keyword) =>
            (await chat.Of("ann").SearchConversation(keyword, Cancel)).Value!.Select(row => row.ConversationID);
    }

    private static Task<Result> Set(Chat chat, ConversationReq request) =>
        chat.Of("ann").SetConversation(AnnAndBen, request, Cancel);

    private static Task SetElsewhere(Chat chat, object settings) => chat.Host.Post(
        "/conversation/set_conversations", new
        {
            userIDs = new[] { "ann" },
            conversation = Merged(new { conversationID = AnnAndBen, conversationType = 1, userID = "ben" }, settings),
        });

    private static Dictionary<string, object?> Merged(params object[] parts) => parts
        .SelectMany(part => part.GetType().GetProperties().Select(p => (p.Name, Value: p.GetValue(part))))
        .ToDictionary(p => p.Name, p => p.Value);

    private static async Task<IReadOnlyList<LocalConversation>> List(Chat chat) =>
        (await chat.Of("ann").GetAllConversationList(Cancel)).Value!;
}
