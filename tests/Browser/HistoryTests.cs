using static Microsoft.Playwright.Assertions;

namespace OpenIM.SignalR.Browser;

/// <summary>Reading a long conversation backwards, at the sizes and colors that people use.</summary>
public sealed class HistoryTests(BrowserFixture fixture)
{
    private const int Count = 70;

    public static TheoryData<string> Looks => [.. PageLook.All.Select(look => look.Name)];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task History_loads_backwards_to_its_beginning_and_does_not_jump(string lookName)
    {
        var look = PageLook.Of(lookName);
        var cancellationToken = TestContext.Current.CancellationToken;
        var user = await fixture.Accounts.RegisterAsync("reader", cancellationToken);
        var writer = await fixture.Accounts.RegisterAsync("writer", cancellationToken);
        await WriteAsync(writer, user, cancellationToken);

        await using var page = await ChatPage.OpenAsync(
            fixture.Chromium, fixture.Gateway.Page, (user, await fixture.Accounts.TokenAsync(user, cancellationToken)), look);
        await Expect(page.Conversation(writer)).ToBeVisibleAsync();
        await page.ScreenshotAsync($"{look.Name}-list");
        await page.OpenConversationAsync(writer);
        await Expect(page.Message($"line {Count}")).ToBeInViewportAsync();
        await page.SendAsync("So this is what it looks like from here.");
        await Expect(page.State("from here", "sent")).ToBeVisibleAsync();
        await page.ScreenshotAsync($"{look.Name}-chat");
        await page.AssertFitsAsync();

        var articles = page.Messages.Locator("article");
        for (var loaded = await articles.CountAsync(); loaded < Count + 1; loaded = await articles.CountAsync())
        {
            // Its text and no more: "line 1" with the time 12:30 behind it would be "line 11" as well.
            var text = await articles.First.Locator(".text").InnerTextAsync();
            var oldest = articles.Filter(new() { Has = page.Page.GetByText(text, new() { Exact = true }) });
            await page.Messages.EvaluateAsync("view => view.scrollTop = 0");
            await Expect(articles).Not.ToHaveCountAsync(loaded);
            // What was at the top is still in sight, although a page has come in above it.
            await Expect(oldest).ToBeInViewportAsync();
        }

        await page.Messages.EvaluateAsync("view => view.scrollTop = 0");
        await Expect(page.Page.GetByText("Beginning of the conversation")).ToBeInViewportAsync();
        var texts = await page.Messages.Locator("article .text").AllInnerTextsAsync();
        Assert.Equal([.. Enumerable.Range(1, Count).Select(Line), "So this is what it looks like from here."], texts);
        page.AssertNoProblems();
    }

    private static string Line(int number) => number % 9 == 0
        ? $"This is line {number}, a longer one, which shows what a bubble does when its text does not fit into one row of the page."
        : $"This is line {number}";

    private async Task WriteAsync(string from, string to, CancellationToken cancellationToken)
    {
        await using var writer = await HubUser.LogInAsync(fixture, from, cancellationToken);
        for (var number = 1; number <= Count; number++)
        {
            await writer.WriteAsync(to, Line(number), cancellationToken);
        }
    }
}
