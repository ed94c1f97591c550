using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Sessions.Session;

public sealed class ParkingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_connection_leaves_a_parked_session_which_a_login_wakes_as_a_connect()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        var cursor = host.Sink.Events[^1].Event.Cursor;

        await session.Detach("c1");
        Assert.Equal(3, (await session.GetLoginStatus()).Value);
        Assert.Equal(Result.Ok, await session.Login(await host.Token("ann"), "c2", isReturn: false, Cancel));

        Assert.Equal(
            ["OnConnecting()", "OnConnectSuccess()", "OnSyncServerStart(false)", "OnSyncServerFinish(false)"],
            await host.Sink.Until("OnSyncServerFinish"));
        var resumed = (await session.Resume(cursor)).Value!;
        Assert.True(resumed.Continuous);
        Assert.Equal(4, resumed.Events.Count);
    }

    [Fact]
    public async Task Who_is_about_to_wake_a_parked_session_gets_what_was_told_meanwhile()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        var sender = await host.LoggedIn("ben");
        await session.Detach("c1");
        var message = (await sender.CreateTextMessage("while you were away")).Value!;
        Assert.Null((await sender.SendMessage(message, "ann", "", null, false, Cancel)).Error);
        await host.Sink.Until("OnTotalUnreadMessageCountChanged");

        var missed = (await session.GetMissed()).Value!;
        Assert.Equal(Result.Ok, await session.Login(await host.Token("ann"), "c2", isReturn: false, Cancel));

        Assert.Contains(missed, told => told.Name == "OnRecvNewMessages");
        Assert.DoesNotContain(missed, told => told.Name == "OnConnecting");
        Assert.Empty((await session.GetMissed()).Value!);
    }

    [Fact]
    public async Task For_clients_without_cursors_events_are_kept_only_while_the_session_is_parked()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ann");
        var session = host.Session("ann");
        Assert.Equal(Result.Ok, await session.LoginWithoutCursors(await host.Token("ann"), "c1", Cancel));
        await host.Sink.Until("OnSyncServerFinish");
        var cursor = host.Sink.Events[^2].Event.Cursor;
        Assert.False((await session.Resume(cursor)).Value!.Continuous);

        await session.Detach("c1");
        var sender = await host.LoggedIn("ben");
        var message = (await sender.CreateTextMessage("while you were away")).Value!;
        Assert.Null((await sender.SendMessage(message, "ann", "", null, false, Cancel)).Error);
        await host.Sink.Until("OnTotalUnreadMessageCountChanged");

        Assert.Contains((await session.GetMissed()).Value!, told => told.Name == "OnRecvNewMessages");
        Assert.Equal(Result.Ok, await session.LoginWithoutCursors(await host.Token("ann"), "c2", Cancel));
        Assert.Empty((await session.GetMissed()).Value!);
    }

    [Fact]
    public async Task Who_was_lost_in_the_middle_of_the_first_login_reads_its_lists_anew()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        var events = host.Sink.Events;
        await SessionHost.Until(async () => !(await session.Resume(events[0].Event.Cursor)).Value!.Continuous);

        Assert.True((await session.Resume(events[^1].Event.Cursor)).Value!.Continuous);
    }

    [Fact]
    public async Task Who_was_lost_before_the_first_list_is_told_all_of_it_when_coming_back()
    {
        await using var host = await SessionHost.StartAsync();
        var sender = await host.LoggedIn("ben");
        await host.Register("ann");
        var message = (await sender.CreateTextMessage("before the first login")).Value!;
        Assert.Null((await sender.SendMessage(message, "ann", "", null, false, Cancel)).Error);
        var session = host.Session("ann");

        var login = session.LoginWithoutCursors(await host.Token("ann"), "c1", Cancel);
        await session.Detach("c1");
        Assert.Equal(Result.Ok, await login);
        await SessionHost.Until(async () =>
            (await session.GetMissed()).Value!.Any(told => told.Name == "OnTotalUnreadMessageCountChanged"));
        // The grain has turned once more: the sync that told it is over.
        Assert.Equal(3, (await session.GetLoginStatus()).Value);

        Assert.Contains((await session.GetMissed()).Value!, told => told.Name == "OnSyncServerFinish");
    }

    [Fact]
    public async Task A_client_with_cursors_can_come_back_after_one_without_has_joined()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        Assert.Equal(Result.Ok, await session.LoginWithoutCursors(await host.Token("ann"), "c2", Cancel));
        await session.Detach("c1");
        var cursor = host.Sink.Events[^1].Event.Cursor;

        Assert.Equal(Result.Ok, await session.SetAppBackgroundStatus(true, Cancel));
        Assert.Equal(Result.Ok, await session.SetAppBackgroundStatus(false, Cancel));
        Assert.Equal(Result.Ok, await session.NetworkStatusChanged(Cancel));
        await host.Sink.Until("OnConnectSuccess");

        var resumed = (await session.Resume(cursor)).Value!;
        Assert.True(resumed.Continuous);
        Assert.Contains(resumed.Events, told => told.Name == "OnConnecting");
    }

    [Fact]
    public async Task A_parked_session_ends_after_its_time_and_forgets_its_events()
    {
        await using var host = await SessionHost.StartAsync(
            options => options.ParkingTime = TimeSpan.FromMilliseconds(50));
        var session = await host.LoggedIn("ann");
        var cursor = host.Sink.Events[^1].Event.Cursor;

        await session.Detach("c1");
        await SessionHost.Until(async () => (await session.GetLoginStatus()).Value == 1);

        Assert.Equal(Result.Ok, await session.Login(await host.Token("ann"), "c2", isReturn: false, Cancel));
        Assert.False((await session.Resume(cursor)).Value!.Continuous);
        Assert.Contains("OnSyncServerStart(false)", await host.Sink.Until("OnSyncServerFinish"));
    }

    [Fact]
    public async Task Without_a_parking_time_the_session_ends_with_its_last_connection()
    {
        await using var host = await SessionHost.StartAsync(options => options.ParkingTime = TimeSpan.Zero);
        var session = await host.LoggedIn("ann");

        await session.Detach("c1");

        Assert.Equal(1, (await session.GetLoginStatus()).Value);
    }

    [Fact]
    public async Task One_of_several_connections_may_leave()
    {
        await using var host = await SessionHost.StartAsync(options => options.ParkingTime = TimeSpan.Zero);
        var session = await host.LoggedIn("ann");
        Assert.Equal(Result.Ok, await session.Login(await host.Token("ann"), "c2", isReturn: false, Cancel));

        await session.Detach("c1");
        await session.Detach("unknown");
        Assert.Equal(3, (await session.GetLoginStatus()).Value);

        await session.Detach("c2");
        Assert.Equal(1, (await session.GetLoginStatus()).Value);
    }
}
