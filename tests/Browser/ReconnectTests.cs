using Microsoft.Playwright;
using OpenIM.SignalR.Gateway;
using static Microsoft.Playwright.Assertions;

namespace OpenIM.SignalR.Browser;

/// <summary>A page whose network goes away and comes back.</summary>
public sealed class ReconnectTests(BrowserFixture fixture)
{
    [Fact]
    public async Task A_cut_is_shown_and_what_was_missed_is_there_afterwards()
    {
        await using var network = new CuttableNetwork(fixture.Gateway.Port);
        var (one, other) = (await RegisterAsync("one"), await RegisterAsync("other"));
        await using var cut = await ChatPage.OpenAsync(fixture.Chromium, new($"http://127.0.0.1:{network.Port}/"), one);
        await using var peer = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, other);
        await cut.StartChatAsync(other.UserId);
        await cut.SendAsync("before");
        await peer.OpenConversationAsync(one.UserId);
        await Expect(peer.Message("before")).ToBeVisibleAsync();

        network.Cut();
        await Expect(cut.Banner).ToBeVisibleAsync();
        await cut.ScreenshotAsync("desktop-light-reconnecting");
        await peer.SendAsync("missed one");
        await peer.SendAsync("missed two");
        await Expect(peer.State("missed two", "sent")).ToBeVisibleAsync();
        await cut.SendAsync("typed during the cut");
        await Expect(cut.State("typed during the cut", "failed")).ToBeVisibleAsync();

        network.Restore();
        await Expect(cut.Banner).ToBeHiddenAsync();
        await Expect(cut.Message("missed one")).ToHaveCountAsync(1);
        await Expect(cut.Message("missed two")).ToHaveCountAsync(1);
        await cut.State("typed during the cut", "failed").ClickAsync();
        await Expect(cut.State("typed during the cut", "sent").Or(cut.State("typed during the cut", "read"))).ToBeVisibleAsync();
        await Expect(peer.Message("typed during the cut")).ToHaveCountAsync(1);
        peer.AssertNoProblems();
    }

    private async Task<(string UserId, string Token)> RegisterAsync(string name)
    {
        var userId = await fixture.Accounts.RegisterAsync(name, TestContext.Current.CancellationToken);
        return (userId, await fixture.Accounts.TokenAsync(userId, TestContext.Current.CancellationToken));
    }
}
