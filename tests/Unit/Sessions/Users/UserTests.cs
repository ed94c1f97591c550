using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Unit.Sessions.Session;

namespace OpenIM.SignalR.Unit.Sessions.Users;

public sealed class UserTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_own_profile_is_the_servers()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");

        var self = (await session.GetSelfUserInfo(Cancel)).Value!;

        Assert.Equal(("ann", "ann's name", "", 0), (self.UserID, self.Nickname, self.Ex, self.GlobalRecvMsgOpt));
        Assert.True(self.CreateTime > 0);
    }

    [Fact]
    public async Task A_changed_profile_is_told_once_and_known_afterwards()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        await session.GetSelfUserInfo(Cancel);

        Assert.Equal(Result.Ok, await session.SetSelfInfo(new UserInfoWithEx { Nickname = "Ann", Ex = "x" }, Cancel));
        Assert.Equal(Result.Ok, await session.SetGlobalRecvMessageOpt(2, Cancel));

        Assert.Contains("\"nickname\":\"Ann\"", await host.Sink.Next(), StringComparison.Ordinal);
        Assert.Contains("\"globalRecvMsgOpt\":2", await host.Sink.Next(), StringComparison.Ordinal);
        var self = (await session.GetSelfUserInfo(Cancel)).Value!;
        Assert.Equal(("Ann", "x", 2), (self.Nickname, self.Ex, self.GlobalRecvMsgOpt));
        Assert.Equal("Ann", (await session.GetUsersInfo(["ann"], Cancel)).Value!.Single().Nickname);
    }

    [Fact]
    public async Task A_profile_changed_elsewhere_is_told()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        await session.GetSelfUserInfo(Cancel);

        // What was said before the server had noted that ann is online would come with the next look at what is
        // missing.
        await host.Post("/user/update_user_info_ex", new { userInfo = new { userID = "ann", nickname = "Anna" } });

        var told = await host.Sink.Next();
        Assert.StartsWith("OnSelfInfoUpdated(", told, StringComparison.Ordinal);
        Assert.Contains("\"nickname\":\"Anna\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profiles_come_in_the_order_asked_without_unknown_and_repeated_ones()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ben", "cid");
        var session = await host.LoggedIn("ann");

        var users = (await session.GetUsersInfo(["cid", "nobody", "ann", "cid", "ben", ""], Cancel)).Value!;

        Assert.Equal(["cid", "ann", "ben"], users.Select(user => user.UserID));
        Assert.Empty((await session.GetUsersInfo([], Cancel)).Value!);
    }

    [Fact]
    public async Task The_operators_settings_are_handed_over()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        await host.Post("/user/set_user_client_config", new { userID = "ann", configs = new { theme = "dark" } });

        var config = (await session.GetUserClientConfig(Cancel)).Value!;

        Assert.Equal("dark", config["theme"]);
    }

    [Fact]
    public async Task Profiles_with_relations_have_the_public_part()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");

        var users = (await session.GetUsersInfoWithCache(["ann"], "", Cancel)).Value!;

        Assert.Equal("ann's name", Assert.Single(users).PublicInfo?.Nickname);
    }
}
