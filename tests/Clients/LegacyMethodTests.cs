using OpenIM.SignalR.Gateway;

namespace OpenIM.SignalR.Clients;

/// <summary>Everything that the published clients offer their apps, and everything that they tell them.</summary>
public sealed class LegacyMethodTests(LegacyMethodTests.OwnGateway own) : IClassFixture<LegacyMethodTests.OwnGateway>
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("2.0.3", 80)]
    [InlineData("2.3.0", 110)]
    [InlineData("3.4.1", 95)]
    [InlineData("3.5.2", 95)]
    public async Task Every_method_does_what_it_says_and_every_event_is_told(string version, int atLeast)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Limit);

        var right = await NodeScript.RunAsync(
            "walk/walk.mjs",
            [Repository.LegacyFolder, version, own.Gateway.Legacy.ToString(), own.Api, Repository.Differences], timeout.Token);

        // The package says itself what it has; this is only to see that it was asked.
        Assert.True(right.Count(name => !name.StartsWith("On", StringComparison.Ordinal)) >= atLeast, string.Join(' ', right));
        own.Gateway.AssertNoErrors();
    }

    [Fact]
    public async Task When_OpenIM_fails_they_are_told_and_find_their_way_back()
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Limit);

        await NodeScript.RunAsync(
            "walk/trouble.mjs",
            [Repository.LegacyFolder, own.Gateway.Legacy.ToString(), own.Api, "2.0.3", "2.3.0", "3.4.1", "3.5.2"], timeout.Token);
    }

    /// <summary>A gateway for this class alone, whose OpenIM can fail, and which does not log all that it does.</summary>
    public sealed class OwnGateway : IAsyncLifetime
    {
        public GatewayProcess Gateway { get; private set; } = null!;

        /// <summary>The address as apps write it, with nothing behind the port.</summary>
        public string Api => Gateway.SandboxApi.GetLeftPart(UriPartial.Authority);

        public async ValueTask InitializeAsync() =>
            Gateway = await GatewayProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => Gateway.DisposeAsync();
    }
}
