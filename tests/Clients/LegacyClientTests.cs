using OpenIM.SignalR.Gateway;

namespace OpenIM.SignalR.Clients;

/// <summary>What every published client must be able to do, one class a version so that they run side by side.</summary>
public abstract class LegacyClientTests(string version, ClientsFixture fixture)
{
    // Of this the clients spend most waiting before they reconnect: 2 s (2.0.3), up to 20 s (2.3.0), 5 s (3.x).
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Logs_in_chats_with_a_hub_client_comes_back_after_a_cut_and_logs_out()
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Limit);
        var cancellationToken = timeout.Token;
        await using var network = new CuttableNetwork(fixture.Gateway.Port);
        var user = await fixture.Accounts.RegisterAsync("legacy", cancellationToken);
        var peer = await fixture.Accounts.RegisterAsync("hub", cancellationToken);
        var token = await fixture.Accounts.TokenAsync(user, cancellationToken);
        var peerToken = await fixture.Accounts.TokenAsync(peer, cancellationToken);
        await using var client = new LegacyClient(version, network.Port, user, token);
        await using var hub = new HubClient(fixture.Gateway.Hub, peer, peerToken);

        await client.LoginAsync(cancellationToken);
        await client.SyncedAsync(cancellationToken);
        await hub.LoginAsync(cancellationToken);

        await client.SendTextAsync(peer, "from the old client", cancellationToken);
        Assert.Equal(new(user, "from the old client"), await hub.NextMessageAsync(cancellationToken));

        await hub.SendTextAsync(user, "to the old client", cancellationToken);
        Assert.Equal(new(peer, "to the old client"), await client.NextMessageAsync(cancellationToken));

        network.Cut();
        await fixture.Gateway.LoggedAsync(
            entry => entry.Message.StartsWith($"{user} Web: parked", StringComparison.Ordinal), cancellationToken);
        await hub.SendTextAsync(user, "sent during the cut", cancellationToken);
        network.Restore();
        // Told like a connect, on which apps read again what they show, and with what was told meanwhile.
        await client.SyncedAsync(cancellationToken);
        Assert.Equal(new(peer, "sent during the cut"), await client.NextMessageAsync(cancellationToken));
        Assert.Equal(
            ["from the old client", "to the old client", "sent during the cut"],
            await client.LatestTextsAsync(peer, cancellationToken));

        await hub.SendTextAsync(user, "after the cut, to the old client", cancellationToken);
        Assert.Equal(new(peer, "after the cut, to the old client"), await client.NextMessageAsync(cancellationToken));

        await client.SendTextAsync(peer, "after the cut, from the old client", cancellationToken);
        Assert.Equal(new(user, "after the cut, from the old client"), await hub.NextMessageAsync(cancellationToken));

        await client.LogoutAsync(cancellationToken);
        fixture.Gateway.AssertNoErrors();
        Assert.All(
            [token, peerToken, "the old client", "during the cut"],
            secret => Assert.DoesNotContain(secret, fixture.Gateway.Output, StringComparison.Ordinal));
    }
}

public sealed class Client203Tests(ClientsFixture fixture) : LegacyClientTests("2.0.3", fixture);

public sealed class Client230Tests(ClientsFixture fixture) : LegacyClientTests("2.3.0", fixture);

public sealed class Client341Tests(ClientsFixture fixture) : LegacyClientTests("3.4.1", fixture);

public sealed class Client352Tests(ClientsFixture fixture) : LegacyClientTests("3.5.2", fixture);
