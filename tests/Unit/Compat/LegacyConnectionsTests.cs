namespace OpenIM.SignalR.Unit.Compat;

public sealed class LegacyConnectionsTests(LegacyHost host) : IClassFixture<LegacyHost>
{
    [Fact]
    public async Task A_second_v3_connection_takes_the_place_of_the_first_which_has_left_the_hub_by_then()
    {
        await using var first = await host.LoginV3Async("alice");
        await using var second = await host.OpenV3Async("alice");

        Assert.Equal(("closed", 1006), End(await first.ReadAsync()));
        Assert.Equal(0, (await second.CallV3Async("Login", "alice", "alice/5")).ErrCode);
    }

    /// <summary>
    /// Two tabs of npm 3.5.2 both come back five seconds after they were replaced, for ever. The one that is told that
    /// it was kicked stays away.
    /// </summary>
    [Fact]
    public async Task Clients_that_replace_each_other_again_and_again_are_told_to_stay_away()
    {
        await using var first = await host.LoginV3Async("bob");
        await using var second = await host.LoginV3Async("bob");
        await using var third = await host.LoginV3Async("bob");

        Assert.Equal("OnKickedOffline", (await second.ReadAsync()).Event);
        Assert.Equal(("closed", 4001), End(await second.ReadAsync()));
        Assert.Equal("3", (await third.CallV3Async("GetLoginStatus")).Data);
    }

    [Fact]
    public async Task Ten_v2_connections_share_a_session_and_the_eleventh_waits_for_a_place()
    {
        var clients = new List<LegacyClient>();
        for (var i = 0; i < 10; i++)
            clients.Add(await host.OpenV2Async("carol"));
        await Assert.ThrowsAnyAsync<Exception>(() => host.OpenV2Async("carol"));

        var left = host.Service<OpenIM.SignalR.Compat.Connections.LegacyConnections>().All.First(c => c.Session.UserId == "carol");
        left.Abort();
        await left.Ended.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        clients.Add(await host.OpenV2Async("carol"));
        foreach (var client in clients)
            await client.DisposeAsync();
    }

    private static (string Event, int Code) End(LegacyClient.Frame frame) => (frame.Event, frame.ErrCode);
}
