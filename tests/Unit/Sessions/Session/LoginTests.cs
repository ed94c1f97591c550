using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Unit.Sessions.Events;

namespace OpenIM.SignalR.Unit.Sessions.Session;

public sealed class LoginTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_login_of_a_user_tells_a_fresh_sync()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ann");

        var login = await host.Session("ann").Login(await host.Token("ann"), "c1", isReturn: false, Cancel);

        Assert.Equal(Result.Ok, login);
        Assert.Equal(
            [
                "OnConnecting()", "OnConnectSuccess()", "OnSyncServerStart(true)", "OnSyncServerProgress(1)",
                "OnSyncServerProgress(4)", "OnSyncServerProgress(10)", "OnSyncServerProgress(100)",
                "OnSyncServerFinish(true)",
            ],
            await host.Sink.Until("OnSyncServerFinish"));
        Assert.Equal(3, (await host.Session("ann").GetLoginStatus()).Value);
    }

    [Fact]
    public async Task The_next_login_of_that_user_tells_a_sync_from_where_the_first_one_ended()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");

        Assert.Equal(Result.Ok, await session.Logout(Cancel));
        Assert.Equal(1, (await session.GetLoginStatus()).Value);
        Assert.Equal(Result.Ok, await session.Login(await host.Token("ann"), "c2", isReturn: false, Cancel));

        Assert.Equal(
            ["OnConnecting()", "OnConnectSuccess()", "OnSyncServerStart(false)", "OnSyncServerFinish(false)"],
            await host.Sink.Until("OnSyncServerFinish"));
    }

    [Fact]
    public async Task A_login_beside_another_connection_is_answered_and_told_to_nobody()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        var before = host.Sink.Events.Count;

        Assert.Equal(Result.Ok, await session.Login(await host.Token("ann"), "c2", isReturn: false, Cancel));

        Assert.Equal(before, host.Sink.Events.Count);
    }

    [Fact]
    public async Task Logins_at_the_same_time_make_one_connection()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ann");
        var token = await host.Token("ann");
        var session = host.Session("ann");

        var logins = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => session.Login(token, $"c{i}", isReturn: false, Cancel)));

        Assert.All(logins, login => Assert.Equal(Result.Ok, login));
        Assert.Single(await host.Sink.Until("OnSyncServerFinish"), "OnConnecting()");
    }

    [Fact]
    public async Task A_token_that_is_none_is_refused_told_and_leaves_no_session()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ann");

        var login = await host.Session("ann").Login("nonsense", "c1", isReturn: false, Cancel);

        Assert.Equal(ErrorCode.TokenMalformed, login.Error?.Code);
        Assert.Equal("OnConnecting()", await host.Sink.Next());
        Assert.StartsWith("OnUserTokenInvalid(\"1503 ", await host.Sink.Next(), StringComparison.Ordinal);
        Assert.Equal(1, (await host.Session("ann").GetLoginStatus()).Value);
    }

    [Theory]
    [InlineData(ErrorCode.TokenExpired, "OnUserTokenExpired()")]
    [InlineData(ErrorCode.TokenKicked, "OnKickedOffline()")]
    [InlineData(ErrorCode.TokenNotExist, "OnUserTokenInvalid(\"1507 ")]
    public async Task A_token_that_a_call_finds_to_be_no_longer_good_ends_the_session_and_is_told(int code, string told)
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ann");
        var session = host.Session("ann");
        await session.Login(await host.Token("ann"), "c1", isReturn: false, Cancel);
        await host.Sink.Until("OnSyncServerFinish");
        host.Refuse("/friend/get_black_list", code);

        var answer = await session.GetBlackList(Cancel);

        Assert.Equal(code, answer.Error?.Code);
        Assert.StartsWith(told, await host.Sink.Next(), StringComparison.Ordinal);
        Assert.Equal(1, (await session.GetLoginStatus()).Value);
    }

    [Fact]
    public async Task Without_a_server_login_fails_and_says_so()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ann");
        host.Network.Cut();

        var login = await host.Session("ann").Login(await host.Token("ann"), "c1", isReturn: false, Cancel);

        Assert.Equal(ErrorCode.Network, login.Error?.Code);
        Assert.Equal(
            ["OnConnecting()", "OnConnectFailed(10000,\"Network error\")"],
            await host.Sink.Until("OnConnectFailed"));
        Assert.Equal(1, (await host.Session("ann").GetLoginStatus()).Value);
    }

    [Fact]
    public async Task Before_login_functions_say_that_nobody_is_logged_in()
    {
        await using var host = await SessionHost.StartAsync();
        var session = host.Session("ann");

        Assert.Equal(Errors.NotLoggedIn, (await session.GetSelfUserInfo(Cancel)).Error);
        Assert.Equal(Errors.NotLoggedIn, (await session.Logout(Cancel)).Error);
        Assert.Equal(Errors.NotLoggedIn, (await session.SetAppBackgroundStatus(true, Cancel)).Error);
        Assert.Equal(Errors.NotLoggedIn, (await session.NetworkStatusChanged(Cancel)).Error);
        Assert.Equal(Errors.NotLoggedIn, (await session.Resume("x:1")).Error);
        Assert.Equal(1, (await session.GetLoginStatus()).Value);
    }

    /// <summary>
    /// A gateway was seen to fail the first requests after Login, since its data had not arrived yet.
    /// </summary>
    [Fact]
    public async Task Requests_that_come_with_the_login_wait_for_its_first_data()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ann");
        var session = host.Session("ann");
        var token = await host.Token("ann");

        var login = session.Login(token, "c1", isReturn: false, Cancel);
        var early = await session.GetSelfUserInfo(Cancel);
        Assert.Equal(Result.Ok, await login);
        var self = await session.GetSelfUserInfo(Cancel);

        // The login may not have reached the grain first; then it says so. It never answers a half-known profile.
        Assert.True(early.Value?.Nickname == "ann's name" || early.Error == Errors.NotLoggedIn);
        Assert.Equal("ann's name", self.Value?.Nickname);
    }

    [Fact]
    public async Task The_list_that_is_asked_for_right_after_the_login_is_not_empty()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ann");
        var ben = await host.LoggedIn("ben");
        var message = (await ben.CreateTextMessage("hello")).Value!;
        Assert.Null((await ben.SendMessage(message, "ann", "", null, false, Cancel)).Error);
        var session = host.Session("ann");
        var held = host.Api.HoldAnswers();

        Assert.Equal(Result.Ok, await session.Login(await host.Token("ann"), "c1", isReturn: false, Cancel));
        var list = session.GetAllConversationList(Cancel);
        var total = session.GetTotalUnreadMsgCount(Cancel);
        Assert.False(list.IsCompleted || total.IsCompleted);
        held.Dispose();

        Assert.Equal("si_ann_ben", Assert.Single((await list).Value!).ConversationID);
        Assert.Equal(1, (await total).Value);
    }

    [Fact]
    public async Task A_login_elsewhere_kicks_the_session()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");

        await host.Post("/auth/force_logout", new { userID = "ann", platformID = Platform.Web });

        // The server closes right after its word; when that is lost, the next attempt is refused.
        Assert.Equal("OnKickedOffline()", (await host.Sink.Until("OnKickedOffline"))[^1]);
        Assert.Equal(1, (await session.GetLoginStatus()).Value);
        Assert.Equal(Errors.NotLoggedIn, (await session.GetSelfUserInfo(Cancel)).Error);
    }

    [Fact]
    public async Task A_token_refused_by_rest_ends_the_session_and_says_why()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        host.Network.Cut(); // So that the message gateway cannot say it first.
        await host.Post("/auth/force_logout", new { userID = "ann", platformID = Platform.Web });

        var users = await session.GetUsersInfo(["imAdmin"], Cancel);

        Assert.Equal(ErrorCode.TokenKicked, users.Error?.Code);
        Assert.Equal("OnKickedOffline()", (await host.Sink.Until("OnKickedOffline"))[^1]);
        Assert.Equal(1, (await session.GetLoginStatus()).Value);
    }

    [Fact]
    public async Task A_kick_that_comes_with_the_handshake_ends_the_session_that_it_made()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ann");
        var session = host.Session("ann");
        using var held = host.Network.HoldAnswers();

        var login = session.Login(await host.Token("ann"), "c1", isReturn: false, Cancel);
        await host.IsOnline("ann");
        await host.Post("/auth/force_logout", new { userID = "ann", platformID = Platform.Web });
        held.Dispose();

        Assert.Contains((await login).Error?.Code, new int?[] { null, ErrorCode.TokenKicked, ErrorCode.Network });
        await SessionHost.Until(async () => (await session.GetLoginStatus()).Value == 1);
        Assert.Equal(Errors.NotLoggedIn, (await session.GetSelfUserInfo(Cancel)).Error);
    }

    /// <summary>
    /// The page is left and opened again: the new connection's login came into an activation that was about to go, was
    /// answered with success, and nothing lived behind it.
    /// </summary>
    [Fact]
    public async Task A_login_during_a_logout_begins_a_session_that_lasts()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        var token = await host.Token("ann");
        await host.IsOnline("ann");
        var held = host.Network.HoldAnswers();
        var logout = session.Logout(Cancel);
        await host.IsOnline("ann", online: false); // So far the server is; its answer is on the way.

        var login = session.Login(token, "c2", isReturn: false, Cancel);
        Assert.Equal(3, (await session.GetLoginStatus()).Value);
        held.Dispose();

        Assert.Equal(Result.Ok, await logout);
        Assert.Equal(Result.Ok, await login);
        Assert.Contains("OnSyncServerStart(false)", await host.Sink.Until("OnSyncServerFinish"));
        Assert.Equal(3, (await session.GetLoginStatus()).Value);
        Assert.Equal("ann's name", (await session.GetSelfUserInfo(Cancel)).Value?.Nickname);
        Assert.Equal(Result.Ok, await session.Logout(Cancel));
        Assert.Equal(1, (await session.GetLoginStatus()).Value);
    }

    [Fact]
    public async Task A_logout_whose_answer_is_lost_ends_the_session_and_what_was_under_way()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        await host.IsOnline("ann");
        using var held = host.Network.HoldAnswers();
        var request = session.SetAppBackgroundStatus(true, Cancel);
        var logouts = new[] { session.Logout(Cancel), session.Logout(Cancel) };
        await host.IsOnline("ann", online: false);

        host.Network.Cut();

        Assert.All(await Task.WhenAll(logouts), logout => Assert.Equal(Result.Ok, logout));
        Assert.False((await request).IsOk);
        Assert.Equal(1, (await session.GetLoginStatus()).Value);
    }

    [Fact]
    public async Task A_newer_token_takes_the_place_of_the_old_one()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        await Task.Delay(TimeSpan.FromSeconds(1), Cancel); // Tokens made within one second are the same.
        var newer = await host.Token("ann");

        Assert.Equal(Result.Ok, await session.Login(newer, "c1", isReturn: false, Cancel));

        Assert.Equal("imAdmin", (await session.GetUsersInfo(["imAdmin"], Cancel)).Value?.Single().UserID);
    }
}
