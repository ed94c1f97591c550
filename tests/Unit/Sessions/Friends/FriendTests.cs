using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Unit.Sessions.Messages;
using OpenIM.SignalR.Unit.Sessions.Session;
using static OpenIM.SignalR.Unit.Sessions.Friends.FriendApplicationTests;

namespace OpenIM.SignalR.Unit.Sessions.Friends;

public sealed class FriendTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_remark_is_told_once_and_names_the_conversation(bool isListFollowed)
    {
        await using var chat = await WithFriends("ben");
        if (isListFollowed)
            await Follow(chat, "ann");

        var changed = await chat.Of("ann").UpdateFriends(new() { FriendUserIDs = ["ben"], Remark = "Benny" }, Cancel);

        Assert.Equal(Result.Ok, changed);
        Assert.Contains(
            "\"remark\":\"Benny\"", (await chat.Told("ann", "OnFriendInfoChanged"))[^1], StringComparison.Ordinal);
        Assert.Contains(
            "\"showName\":\"Benny\"", (await chat.Told("ann", "OnConversationChanged"))[^1], StringComparison.Ordinal);

        await chat.Of("ann").UpdateFriends(new() { FriendUserIDs = ["ben"], Remark = "" }, Cancel);
        Assert.Contains(
            "\"showName\":\"ben's name\"", (await chat.Told("ann", "OnConversationChanged"))[^1],
            StringComparison.Ordinal);
        await chat.Of("ann").UpdateFriends(new() { FriendUserIDs = ["ben"], IsPinned = true, Ex = "x" }, Cancel);
        await chat.Told("ann", "OnFriendInfoChanged");
        Assert.Equal(3, Count(chat, "ann", "OnFriendInfoChanged"));
        Assert.Equal(2, Count(chat, "ann", "OnConversationChanged"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_friends_new_name_reaches_the_list_and_the_conversation(bool isListFollowed)
    {
        await using var chat = await WithFriends("ben");
        if (isListFollowed)
            await Follow(chat, "ann");

        await chat.Of("ben").SetSelfInfo(new() { Nickname = "Ben" }, Cancel);

        Assert.Contains(
            "\"nickname\":\"Ben\"", (await chat.Told("ann", "OnFriendInfoChanged"))[^1], StringComparison.Ordinal);
        Assert.Contains(
            "\"showName\":\"Ben\"", (await chat.Told("ann", "OnConversationChanged"))[^1], StringComparison.Ordinal);
        Assert.Equal("Ben", Assert.Single((await chat.Of("ann").GetUsersInfo(["ben"], Cancel)).Value!).Nickname);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deleted_friend_is_told_once_with_all_that_he_was_and_keeps_us(bool isListFollowed)
    {
        await using var chat = await WithFriends("ben");
        if (isListFollowed)
            await Follow(chat, "ann");
        await chat.Of("ann").UpdateFriends(new() { FriendUserIDs = ["ben"], Remark = "Benny", Ex = "x" }, Cancel);

        Assert.Equal(Result.Ok, await chat.Of("ann").DeleteFriend("ben", Cancel));
        Assert.Equal(Result.Ok, await chat.Of("ann").DeleteFriend("ben", Cancel));
        Assert.Equal(Result.Ok, await chat.Of("ann").DeleteFriend("nobody", Cancel));

        var told = (await chat.Told("ann", "OnFriendDeleted"))[^1];
        Assert.Contains("\"remark\":\"Benny\"", told, StringComparison.Ordinal);
        Assert.Contains("\"ex\":\"x\"", told, StringComparison.Ordinal);
        await chat.Of("ben").SetSelfInfo(new() { Nickname = "Ben" }, Cancel);
        await chat.Told("ben", "OnSelfInfoUpdated");
        Assert.Equal(1, Count(chat, "ann", "OnFriendDeleted"));
        Assert.Equal(0, Count(chat, "ben", "OnFriendDeleted"));
        Assert.Equal("ann", Assert.Single((await chat.Of("ben").GetFriendList(false, Cancel)).Value!).UserID);
    }

    [Fact]
    public async Task What_another_device_does_to_friends_and_blacks_is_told_here()
    {
        await using var chat = await WithFriends("ben");
        var phone = chat.Host.Session("ann", Platform.Android);
        await phone.Login(await chat.Host.Token("ann", Platform.Android), "c2", isReturn: false, Cancel);

        await phone.UpdateFriends(new() { FriendUserIDs = ["ben"], Remark = "Benny" }, Cancel);
        Assert.Contains(
            "\"remark\":\"Benny\"", (await chat.Told("ann", "OnFriendInfoChanged"))[^1], StringComparison.Ordinal);
        await phone.AddBlack("ben", "", Cancel);
        Assert.Contains(
            "\"blockUserID\":\"ben\"", (await chat.Told("ann", "OnBlackAdded"))[^1], StringComparison.Ordinal);
        await phone.RemoveBlack("ben", Cancel);
        Assert.Contains(
            "\"blockUserID\":\"ben\"", (await chat.Told("ann", "OnBlackDeleted"))[^1], StringComparison.Ordinal);
        await phone.DeleteFriend("ben", Cancel);
        Assert.Contains(
            "\"remark\":\"Benny\"", (await chat.Told("ann", "OnFriendDeleted"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_to_the_list_between_two_logins_is_told_to_the_second()
    {
        await using var chat = await WithFriends("ben");
        await Follow(chat, "ann");
        await chat.Of("ann").DeleteFriend("nobody", Cancel); // After the run that takes the version.
        Assert.Equal(Result.Ok, await chat.Of("ann").Logout(Cancel));
        await chat.Host.Register("cid");
        await chat.Host.Post("/friend/import_friend", new { ownerUserID = "ann", friendUserIDs = new[] { "cid" } });
        await chat.Host.Post("/friend/delete_friend", new { ownerUserID = "ann", friendUserID = "ben" });

        await chat.Of("ann").Login(await chat.Host.Token("ann"), "c1", isReturn: false, Cancel);

        await SessionHost.Until(() => Task.FromResult(
            Count(chat, "ann", "OnFriendDeleted") > 0 && Count(chat, "ann", "OnFriendAdded") > 1));
        var events = chat.Host.Sink.Events.Select(e => Events.RecordingSink.Describe(e.Event)).ToList();
        Assert.Contains(events, e => e.StartsWith("OnFriendAdded", StringComparison.Ordinal)
            && e.Contains("\"userID\":\"cid\"", StringComparison.Ordinal));
        // The row is gone; who it was is known all the same.
        Assert.Contains(events, e => e.StartsWith("OnFriendDeleted", StringComparison.Ordinal)
            && e.Contains("\"nickname\":\"ben's name\"", StringComparison.Ordinal));
    }

    /// <summary>
    /// The recording of friends failed now and then: the run that takes the list's version met an import, and the
    /// notification of the friend came after it, when nothing had changed any more.
    /// </summary>
    [Fact]
    public async Task A_friend_whose_notification_comes_after_the_lists_version_is_told()
    {
        await using var chat = await Chat.StartAsync("ann");
        await chat.Host.Register("ben");
        using (chat.Host.Network.HoldAnswers())
        {
            await chat.Host.Post("/friend/import_friend", new { ownerUserID = "ann", friendUserIDs = new[] { "ben" } });
            await chat.Of("ann").UpdateFriends(new() { FriendUserIDs = ["nobody"], Remark = "x" }, Cancel);
            Assert.Equal(0, Count(chat, "ann", "OnFriendAdded"));
        }

        Assert.Contains("\"userID\":\"ben\"", (await chat.Told("ann", "OnFriendAdded"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocking_and_unblocking_are_told_once_and_filter_the_list()
    {
        await using var chat = await WithFriends("ben", "cid");
        var ann = chat.Of("ann");

        Assert.Equal(Result.Ok, await ann.AddBlack("ben", "why", Cancel));
        Assert.Equal("cid", Assert.Single((await ann.GetFriendList(true, Cancel)).Value!).UserID);
        Assert.Equal("cid", Assert.Single((await ann.GetFriendListPage(0, 1, true, Cancel)).Value!).UserID);
        Assert.Equal("cid", Assert.Single((await ann.GetSpecifiedFriendsInfo(["ben", "cid"], true, Cancel)).Value!)
            .UserID);
        Assert.Equal([0, 1], (await ann.CheckFriend(["ben", "cid"], Cancel)).Value!.Select(check => check.Result));
        Assert.Equal("why", Assert.Single((await ann.GetBlackList(Cancel)).Value!).Ex);
        Assert.Equal(
            [0], (await ann.SearchFriends(new() { KeywordList = ["ben"], IsSearchUserID = true }, Cancel)).Value!
                .Select(found => found.Relationship));
        Assert.Equal(1302, (await chat.Send("ben", "hi", "ann")).Error?.Code);
        Assert.Equal(Result.Ok, await ann.RemoveBlack("ben", Cancel));
        Assert.Equal(Result.Ok, await ann.RemoveBlack("ben", Cancel));

        var told = await chat.Told("ann", "OnBlackDeleted");
        Assert.Contains("\"ex\":\"why\"", told[^1], StringComparison.Ordinal);
        Assert.True((await chat.Send("ben", "hi", "ann")).IsOk);
        await chat.Told("ann", "OnRecvNewMessages");
        Assert.Equal((1, 1), (Count(chat, "ann", "OnBlackAdded"), Count(chat, "ann", "OnBlackDeleted")));
        Assert.Equal(0, Count(chat, "ben", "OnBlackAdded"));
    }

    [Fact]
    public async Task Blocking_oneself_or_nobody_or_twice_is_the_servers_error()
    {
        await using var chat = await WithFriends("ben");
        var ann = chat.Of("ann");

        Assert.Equal(1004, (await ann.AddBlack("ann", "", Cancel)).Error?.Code);
        Assert.Equal(1004, (await ann.AddBlack("nobody", "", Cancel)).Error?.Code);
        Assert.Equal(1001, (await ann.AddBlack("", "", Cancel)).Error?.Code);
        Assert.Equal(1001, (await ann.RemoveBlack("", Cancel)).Error?.Code);
        await ann.AddBlack("ben", "", Cancel);
        Assert.Equal(500, (await ann.AddBlack("ben", "", Cancel)).Error?.Code);
    }

    [Fact]
    public async Task A_page_is_cut_anywhere_with_pinned_friends_first()
    {
        await using var chat = await WithFriends("b1", "b2", "b3", "b4");
        var ann = chat.Of("ann");
        await ann.UpdateFriends(new() { FriendUserIDs = ["b3"], IsPinned = true }, Cancel);

        Assert.Equal(["b3", "b1"], await Page(0, 2));
        Assert.Equal(["b1", "b2", "b4"], await Page(1, 3));
        Assert.Equal(["b4"], await Page(3, 1000));
        Assert.Empty(await Page(4, 10));
        Assert.Empty(await Page(0, 0));
        Assert.Equal(4, (await Page(0, int.MaxValue)).Count());
        Assert.Equal(ErrorCode.Unknown, (await ann.GetFriendListPage(5, 1, false, Cancel)).Error?.Code);
        Assert.Equal(ErrorCode.Unknown, (await ann.GetFriendListPage(5, 1, true, Cancel)).Error?.Code);
        Assert.Equal(ErrorCode.Arguments, (await ann.GetFriendListPage(-1, 1, false, Cancel)).Error?.Code);
        Assert.Equal(ErrorCode.Arguments, (await ann.GetFriendListPage(0, -1, false, Cancel)).Error?.Code);

        async Task<IEnumerable<string>> Page(int offset, int count) =>
            (await ann.GetFriendListPage(offset, count, false, Cancel)).Value!.Select(friend => friend.UserID);
    }

    [Fact]
    public async Task Search_looks_for_the_first_keyword_in_the_fields_asked_for()
    {
        await using var chat = await WithFriends("ben", "cid");
        var ann = chat.Of("ann");
        await ann.UpdateFriends(new() { FriendUserIDs = ["cid"], Remark = "Old Mate" }, Cancel);

        Assert.Equal(["cid"], await Search(new() { KeywordList = ["mate", "ben"], IsSearchRemark = true }));
        Assert.Equal(["ben"], await Search(new() { KeywordList = ["BEN"], IsSearchUserID = true }));
        Assert.Equal(["ben", "cid"], await Search(new() { KeywordList = ["'s name"], IsSearchNickname = true }));
        Assert.Equal(["ben", "cid"], await Search(new() { KeywordList = [""], IsSearchUserID = true }));
        Assert.Empty(await Search(new() { KeywordList = ["%"], IsSearchNickname = true }));
        foreach (var wrong in new SearchFriendsParam[]
            { new(), new() { KeywordList = ["x"] }, new() { KeywordList = [], IsSearchRemark = true } })
            Assert.Equal(ErrorCode.Arguments, (await ann.SearchFriends(wrong, Cancel)).Error?.Code);

        async Task<IEnumerable<string>> Search(SearchFriendsParam param) =>
            (await ann.SearchFriends(param, Cancel)).Value!.Select(friend => friend.UserID).Order();
    }

    [Fact]
    public async Task Lists_of_ids_may_be_empty_repeat_themselves_or_be_huge()
    {
        await using var chat = await WithFriends("ben");
        var ann = chat.Of("ann");
        string[] many = [.. Enumerable.Range(0, 1200).Select(i => $"nobody{i}"), "ben", "ben", ""];

        Assert.Empty((await ann.GetSpecifiedFriendsInfo([], true, Cancel)).Value!);
        Assert.Equal("ben", Assert.Single((await ann.GetSpecifiedFriendsInfo(many, true, Cancel)).Value!).UserID);
        var checks = (await ann.CheckFriend(many, Cancel)).Value!;
        Assert.Equal((many.Length, 2), (checks.Count, checks.Count(check => check.Result == 1)));
        Assert.Empty((await ann.CheckFriend([], Cancel)).Value!);
        Assert.Equal(1001, (await ann.UpdateFriends(new(), Cancel)).Error?.Code);
        Assert.Equal(1001, (await ann.UpdateFriends(new() { FriendUserIDs = many }, Cancel)).Error?.Code);
        Assert.Equal(Result.Ok, await ann.UpdateFriends(new() { FriendUserIDs = ["nobody"], Remark = "x" }, Cancel));
        Assert.Equal(1001, (await ann.DeleteFriend("", Cancel)).Error?.Code);
    }

    [Fact]
    public async Task Before_login_nothing_of_it_answers()
    {
        await using var host = await SessionHost.StartAsync();
        var session = host.Session("ann");

        Assert.Equal(Errors.NotLoggedIn, (await session.AddFriend(new() { ToUserID = "ben" }, Cancel)).Error);
        Assert.Equal(Errors.NotLoggedIn, (await session.DeleteFriend("ben", Cancel)).Error);
        Assert.Equal(Errors.NotLoggedIn, (await session.GetFriendListPage(0, 1, false, Cancel)).Error);
        Assert.Equal(Errors.NotLoggedIn, (await session.AddBlack("ben", "", Cancel)).Error);
        Assert.Equal(Errors.NotLoggedIn, (await session.SubscribeUsersStatus(["ben"], Cancel)).Error);
        Assert.Equal(Errors.NotLoggedIn, (await session.UpdateFcmToken("t", 0, Cancel)).Error);
    }

    /// <summary>ann and her friends, who are all logged in, with a conversation for each.</summary>
    private static async Task<Chat> WithFriends(params string[] friendIDs)
    {
        var chat = await Chat.StartAsync(["ann", .. friendIDs]);
        foreach (var friendID in friendIDs)
        {
            await chat.Host.Post(
                "/friend/import_friend", new { ownerUserID = "ann", friendUserIDs = new[] { friendID } });
            await chat.Told("ann", "OnFriendAdded");
        }
        await SessionHost.Until(async () =>
            (await chat.Of("ann").GetAllConversationList(Cancel)).Value!.Count == friendIDs.Length);
        return chat;
    }
}
