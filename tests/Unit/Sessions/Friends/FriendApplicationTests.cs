using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Unit.Sessions.Messages;

namespace OpenIM.SignalR.Unit.Sessions.Friends;

public sealed class FriendApplicationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_application_is_told_to_both_and_accepted_makes_friends_of_both(bool isListFollowed)
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        if (isListFollowed)
            await Follow(chat, "ann", "ben");

        Assert.Equal(
            Result.Ok,
            await chat.Of("ann").AddFriend(new() { FromUserID = "cid", ToUserID = "ben", ReqMsg = "hi" }, Cancel));

        foreach (var userID in new[] { "ann", "ben" })
        {
            var told = (await chat.Told(userID, "OnFriendApplicationAdded"))[^1];
            Assert.Contains("\"fromUserID\":\"ann\"", told, StringComparison.Ordinal);
            Assert.Contains("\"reqMsg\":\"hi\"", told, StringComparison.Ordinal);
        }
        Assert.Equal(1, (await chat.Of("ben").GetFriendApplicationUnhandledCount(new(), Cancel)).Value);

        Assert.Equal(Result.Ok, await chat.Of("ben").AcceptFriendApplication(From("ann"), Cancel));

        Assert.Contains("\"userID\":\"ann\"", (await chat.Told("ben", "OnFriendAdded"))[^1], StringComparison.Ordinal);
        Assert.Contains("\"userID\":\"ben\"", (await chat.Told("ann", "OnFriendAdded"))[^1], StringComparison.Ordinal);
        foreach (var (userID, friendID) in new[] { ("ann", "ben"), ("ben", "ann") })
        {
            Assert.Equal(
                friendID, Assert.Single((await chat.Of(userID).GetFriendList(false, Cancel)).Value!).UserID);
            Assert.Equal(1, Count(chat, userID, "OnFriendAdded"));
            Assert.Equal(1, Count(chat, userID, "OnFriendApplicationAccepted"));
        }
        Assert.Equal(0, (await chat.Of("ben").GetFriendApplicationUnhandledCount(new(), Cancel)).Value);
    }

    [Fact]
    public async Task A_refused_application_is_told_to_both_and_makes_no_friends()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Of("ann").AddFriend(new() { ToUserID = "ben" }, Cancel);

        Assert.Equal(Result.Ok, await chat.Of("ben").RefuseFriendApplication(From("ann"), Cancel));

        foreach (var userID in new[] { "ann", "ben" })
        {
            Assert.Contains(
                "\"handleResult\":-1", (await chat.Told(userID, "OnFriendApplicationRejected"))[^1],
                StringComparison.Ordinal);
            Assert.Empty((await chat.Of(userID).GetFriendList(false, Cancel)).Value!);
            Assert.Equal(0, Count(chat, userID, "OnFriendAdded"));
        }
    }

    [Fact]
    public async Task What_the_server_refuses_is_answered_with_its_code()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var (ann, ben) = (chat.Of("ann"), chat.Of("ben"));

        Assert.Equal(1301, (await ann.AddFriend(new() { ToUserID = "ann" }, Cancel)).Error?.Code);
        Assert.Equal(1004, (await ann.AddFriend(new() { ToUserID = "nobody" }, Cancel)).Error?.Code);
        Assert.Equal(1001, (await ann.AddFriend(new(), Cancel)).Error?.Code);
        Assert.Equal(1004, (await ben.AcceptFriendApplication(From("ann"), Cancel)).Error?.Code);
        Assert.Equal(1001, (await ben.RefuseFriendApplication(new(), Cancel)).Error?.Code);
        await ann.AddFriend(new() { ToUserID = "ben" }, Cancel);
        await ben.AcceptFriendApplication(From("ann"), Cancel);
        Assert.Equal(1001, (await ben.AcceptFriendApplication(From("ann"), Cancel)).Error?.Code);
        Assert.Equal(1304, (await ann.AddFriend(new() { ToUserID = "ben" }, Cancel)).Error?.Code);
    }

    [Fact]
    public async Task Applications_are_listed_by_who_asked_and_who_was_asked_page_by_page()
    {
        await using var chat = await Chat.StartAsync("ann");
        await chat.Host.Register("b1", "b2", "b3");
        foreach (var userID in new[] { "b1", "b2", "b3" })
            await chat.Of("ann").AddFriend(new() { ToUserID = userID }, Cancel);

        var all = (await chat.Of("ann").GetFriendApplicationListAsApplicant(new(), Cancel)).Value!;
        var second = (await chat.Of("ann").GetFriendApplicationListAsApplicant(
            new() { Offset = 2, Count = 2 }, Cancel)).Value!;
        var huge = (await chat.Of("ann").GetFriendApplicationListAsApplicant(
            new() { Count = int.MaxValue }, Cancel)).Value!;

        Assert.Equal(3, all.Count);
        Assert.Equal(all[2].ToUserID, Assert.Single(second).ToUserID);
        Assert.Equal(3, huge.Count);
        Assert.Empty((await chat.Of("ann").GetFriendApplicationListAsRecipient(new() { HandleResults = [0] }, Cancel))
            .Value!);
    }

    internal static async Task Follow(Chat chat, params string[] userIDs)
    {
        // Coming to the foreground makes the sync that takes the list's version.
        foreach (var userID in userIDs)
            await chat.Of(userID).SetAppBackgroundStatus(false, Cancel);
    }

    internal static int Count(Chat chat, string userID, string name) => chat.Host.Sink.Events.Count(
        e => e.SessionKey == new SessionKey(userID, Platform.Web).ToString() && e.Event.Name == name);

    private static ProcessFriendApplicationParams From(string userID) => new() { ToUserID = userID };
}
