using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Unit.Sessions.Messages;
using OpenIM.SignalR.Unit.Sessions.Session;

namespace OpenIM.SignalR.Unit.Sessions.Users;

public sealed class OnlineStatusTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_watched_is_told_when_he_comes_and_goes()
    {
        await using var chat = await Chat.StartAsync("ann");
        var ann = chat.Of("ann");

        var states = (await ann.SubscribeUsersStatus(["nobody", "ben", "ben", ""], Cancel)).Value!;

        Assert.Equal([("nobody", 0), ("ben", 0)], states.Select(state => (state.UserID, state.Status)));
        await chat.Host.LoggedIn("ben");
        Assert.Equal(
            """OnUserStatusChanged({"userID":"ben","status":1,"platformIDs":[5]})""",
            (await chat.Told("ann", "OnUserStatusChanged"))[^1]);
        Assert.Equal([5], (await ann.SubscribeUsersStatus(["ben"], Cancel)).Value![0].PlatformIDs);
        await chat.Of("ben").Logout(Cancel);
        Assert.Equal(
            """OnUserStatusChanged({"userID":"ben","status":0,"platformIDs":[]})""",
            (await chat.Told("ann", "OnUserStatusChanged"))[^1]);
    }

    [Fact]
    public async Task Who_is_watched_no_longer_is_not_told()
    {
        await using var chat = await Chat.StartAsync("ann");
        await chat.Of("ann").SubscribeUsersStatus(["ben", "cid"], Cancel);

        Assert.Equal(Result.Ok, await chat.Of("ann").UnsubscribeUsersStatus(["ben", "nobody"], Cancel));

        await chat.Host.LoggedIn("ben");
        await chat.Host.IsOnline("ben");
        await chat.Host.LoggedIn("cid");
        var told = await chat.Told("ann", "OnUserStatusChanged");
        Assert.Contains("\"userID\":\"cid\"", told[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_outage_what_has_changed_meanwhile_is_told_and_what_comes_later_too()
    {
        await using var chat = await Chat.StartAsync("ann");
        var ann = chat.Of("ann");
        await ann.SubscribeUsersStatus(["ben"], Cancel);
        chat.Host.Network.Cut();
        await chat.Host.Network.WaitForRefusedAttemptAsync(Cancel);

        // ben's connection comes with the network, maybe before ann's and maybe after it.
        await chat.Host.Register("ben");
        var login = chat.Host.Session("ben").Login(await chat.Host.Token("ben"), "c1", isReturn: false, Cancel);
        chat.Host.Network.Restore();
        if (!(await login).IsOk)
            Assert.Equal(
                Result.Ok,
                await chat.Host.Session("ben").Login(await chat.Host.Token("ben"), "c1", isReturn: false, Cancel));

        Assert.Contains("\"status\":1", (await chat.Told("ann", "OnUserStatusChanged"))[^1], StringComparison.Ordinal);
        await chat.Of("ben").Logout(Cancel);
        Assert.Contains("\"status\":0", (await chat.Told("ann", "OnUserStatusChanged"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_may_be_empty_or_large_and_have_a_bound()
    {
        await using var chat = await Chat.StartAsync("ann");
        var ann = chat.Of("ann");
        string[] many = [.. Enumerable.Range(0, 2_000).Select(i => $"user{i}")];

        Assert.Empty((await ann.SubscribeUsersStatus([], Cancel)).Value!);
        Assert.Equal(Result.Ok, await ann.UnsubscribeUsersStatus([], Cancel));
        Assert.Equal(2_000, (await ann.SubscribeUsersStatus(many, Cancel)).Value!.Count);
        Assert.Equal(
            ErrorCode.Arguments,
            (await ann.SubscribeUsersStatus([.. Enumerable.Range(0, 10_001).Select(i => $"u{i}")], Cancel)).Error?.Code);
        Assert.Equal(Result.Ok, await ann.UnsubscribeUsersStatus(many, Cancel));
    }

    [Fact]
    public async Task The_server_keeps_no_list_of_subscriptions()
    {
        await using var chat = await Chat.StartAsync("ann");
        await chat.Of("ann").SubscribeUsersStatus(["ben"], Cancel);

        Assert.Empty((await chat.Of("ann").GetSubscribeUsersStatus(Cancel)).Value!);
    }
}
