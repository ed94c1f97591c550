using Microsoft.Extensions.DependencyInjection;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Unit.Sessions.Session;
using Orleans.Storage;

namespace OpenIM.SignalR.Unit.Sessions.Storage;

public sealed class SessionPositionsTests
{
    [Fact]
    public async Task Positions_are_stored_as_plain_JSON()
    {
        await using var host = await SessionHost.StartAsync();
        var serializer = host.Services.GetRequiredService<IGrainStorageSerializer>();
        var positions = new SessionPositions { Installed = true, Conversations = { ["si_ann_ben"] = 7, ["n_张三"] = 2 } };

        var stored = serializer.Serialize(positions);

        Assert.StartsWith(
            """{"Installed":true,"Conversations":{"si_ann_ben":7,"n_""", stored.ToString(), StringComparison.Ordinal);
        var read = serializer.Deserialize<SessionPositions>(stored)!;
        Assert.True(read.Installed);
        Assert.Equal(positions.Conversations, read.Conversations);
    }
}
