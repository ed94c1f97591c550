using OpenIM.SignalR.Compat.Connections;

namespace OpenIM.SignalR.Unit.Compat;

public sealed class KeepAliveTests(LegacyHost host) : IClassFixture<LegacyHost>
{
    [Fact]
    public async Task A_ping_is_no_frame_that_a_client_sees_and_its_answer_ends_the_silence()
    {
        await using var client = await host.LoginV3Async("alice");
        var connection = Assert.Single(host.Service<LegacyConnections>().All);

        for (var i = 0; i < 20; i++)
        {
            connection.Ping();
            Assert.Equal("3", (await client.CallV3Async("GetLoginStatus")).Data);
        }

        Assert.True(connection.Silence < TimeSpan.FromSeconds(5));
    }
}
