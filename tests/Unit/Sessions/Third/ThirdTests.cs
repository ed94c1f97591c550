using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Unit.Sessions.Session;

namespace OpenIM.SignalR.Unit.Sessions.Third;

public sealed class ThirdTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_offline_pushes_need_is_handed_to_the_server_as_this_users()
    {
        await using var host = await SessionHost.StartAsync();
        var session = await host.LoggedIn("ann");

        Assert.Equal(Result.Ok, await session.UpdateFcmToken("token", 1_900_000_000, Cancel));
        Assert.Equal(Result.Ok, await session.SetAppBadge(3, Cancel));
        Assert.Equal(1001, (await session.UpdateFcmToken("", 0, Cancel)).Error?.Code);
    }
}
