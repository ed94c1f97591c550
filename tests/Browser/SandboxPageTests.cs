using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenIM.SignalR.Browser;

/// <summary>The Sandbox's own page, beside an app that is being tried.</summary>
public sealed class SandboxPageTests(BrowserFixture fixture)
{
    private const string Markup = "<script>document.title = 'broken'</script><img src=x onerror=\"document.title = 'broken'\">";

    public static TheoryData<string> Looks => [.. PageLook.All.Select(look => look.Name)];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task What_an_app_sends_is_seen_as_it_happens_and_markup_is_text(string lookName)
    {
        var look = PageLook.Of(lookName);
        await using var sandbox = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.SandboxApi, look: look);
        await Expect(sandbox.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("live");
        var (one, other) = (await RegisterAsync("one"), await RegisterAsync("other"));
        // Other tests use the same Sandbox at the same time, and the flow shows everybody's messages.
        await sandbox.Page.GetByLabel("Filter messages").FillAsync(one.UserId);

        await using var app = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one);
        await app.StartChatAsync(other.UserId);
        await app.SendAsync("Good morning");
        await app.SendAsync(Markup);
        await Expect(app.State("onerror", "sent")).ToBeVisibleAsync();

        var flow = sandbox.Page.GetByRole(AriaRole.Log, new() { Name = "Message flow" });
        await Expect(flow.GetByText($"{one.UserId} connected (Web)")).ToHaveCountAsync(1);
        var message = flow.Locator(".message").Filter(new() { HasText = "Good morning" });
        await Expect(message).ToHaveCountAsync(1);
        await Expect(message).ToContainTextAsync($"{one.UserId} → {other.UserId}");
        await Expect(flow.GetByText(Markup, new() { Exact = true })).ToBeInViewportAsync();
        await Expect(sandbox.Page).ToHaveTitleAsync("OpenIM Sandbox");
        await sandbox.ScreenshotAsync($"sandbox-{look.Name}-flow");
        await sandbox.AssertFitsAsync();

        await ChooseAsync(sandbox, look, other.UserId);
        var conversation = sandbox.Page.GetByRole(AriaRole.List, new() { Name = "Conversations" })
            .GetByRole(AriaRole.Button).Filter(new() { HasText = one.UserId });
        await Expect(conversation).ToContainTextAsync("2 unread");
        await sandbox.ScreenshotAsync($"sandbox-{look.Name}-users");
        await sandbox.AssertFitsAsync();
        await conversation.ClickAsync();
        await Expect(sandbox.Page.GetByRole(AriaRole.Heading, new() { Level = 2, Name = one.UserId })).ToBeVisibleAsync();
        await app.SendAsync("And what now?");
        await Expect(flow.Locator(".message").Filter(new() { HasText = "101 text" })).ToHaveCountAsync(3);
        await Expect(flow.GetByText("And what now?")).ToBeInViewportAsync();
        await sandbox.ScreenshotAsync($"sandbox-{look.Name}-conversation");
        sandbox.AssertNoProblems();
    }

    [Fact]
    public async Task The_flow_is_filtered_paused_and_cleared()
    {
        await using var sandbox = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.SandboxApi);
        await Expect(sandbox.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("live");
        var flow = sandbox.Page.GetByRole(AriaRole.Log, new() { Name = "Message flow" });
        var (one, other) = (await RegisterAsync("one"), await RegisterAsync("other"));
        await using var app = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one);
        await app.StartChatAsync(other.UserId);

        await app.SendAsync("shown before the pause");
        await Expect(flow.GetByText("shown before the pause", new() { Exact = true })).ToHaveCountAsync(1);
        await sandbox.Page.GetByLabel("Filter messages").FillAsync("no such text");
        await Expect(flow.Locator("li")).ToHaveCountAsync(0);
        await sandbox.Page.GetByLabel("Filter messages").FillAsync(other.UserId);
        await Expect(flow.GetByText("shown before the pause", new() { Exact = true })).ToHaveCountAsync(1);

        await sandbox.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await app.SendAsync("held during the pause");
        await Expect(app.State("held during the pause", "sent")).ToBeVisibleAsync();
        await Expect(flow.GetByText("held during the pause", new() { Exact = true })).ToHaveCountAsync(0);
        await sandbox.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(flow.GetByText("held during the pause", new() { Exact = true })).ToHaveCountAsync(1);

        await sandbox.Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Expect(flow.Locator("li")).ToHaveCountAsync(0);
        sandbox.AssertNoProblems();
    }

    private static async Task ChooseAsync(ChatPage sandbox, PageLook look, string userId)
    {
        if (look.Width < 760)
            await sandbox.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = "Users and groups" }).ClickAsync();
        await sandbox.Page.GetByLabel("Search users and groups").FillAsync(userId);
        await sandbox.Page.GetByRole(AriaRole.List, new() { Name = "Users" })
            .GetByRole(AriaRole.Button).Filter(new() { HasText = userId }).ClickAsync();
    }

    private async Task<(string UserId, string Token)> RegisterAsync(string name)
    {
        var userId = await fixture.Accounts.RegisterAsync(name, TestContext.Current.CancellationToken);
        return (userId, await fixture.Accounts.TokenAsync(userId, TestContext.Current.CancellationToken));
    }
}
