using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Sessions.Session;

public sealed class ConnectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_network_makes_the_connection_anew_at_once()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");

        Assert.Equal(Result.Ok, await session.NetworkStatusChanged(Cancel));

        Assert.Equal(
            ["OnConnecting()", "OnConnectSuccess()", "OnSyncServerStart(false)", "OnSyncServerFinish(false)"],
            await host.Sink.Until("OnSyncServerFinish"));
    }

    [Fact]
    public async Task A_lost_connection_is_tried_again_until_it_stands()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");

        host.Network.Cut();
        await host.Network.WaitForRefusedAttemptAsync(Cancel);
        host.Network.Restore();

        var told = await host.Sink.Until("OnSyncServerFinish");
        Assert.Equal("OnConnecting()", told[0]);
        Assert.Contains("OnConnectFailed(10000,\"Network error\")", told);
        Assert.Equal(["OnConnectSuccess()", "OnSyncServerStart(false)", "OnSyncServerFinish(false)"], told.TakeLast(3));
        Assert.Equal(3, (await session.GetLoginStatus()).Value);
    }

    [Fact]
    public async Task A_request_made_during_an_outage_is_answered_after_it()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        host.Network.Cut();
        await host.Network.WaitForRefusedAttemptAsync(Cancel);

        var request = session.SetAppBackgroundStatus(true, Cancel);
        host.Network.Restore();

        Assert.Equal(Result.Ok, await request);
    }

    [Fact]
    public async Task A_session_that_ends_during_an_outage_answers_what_waits()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");
        host.Network.Cut();
        await host.Network.WaitForRefusedAttemptAsync(Cancel);

        var request = session.SetAppBackgroundStatus(true, Cancel);
        Assert.Equal(Result.Ok, await session.Logout(Cancel));

        // Calls of different origin may overtake one another on their way to the grain.
        Assert.True((await request).Error == Errors.DeadlineExceeded || (await request).Error == Errors.NotLoggedIn);
    }
}
