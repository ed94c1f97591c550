using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenIM.SignalR.Browser;

/// <summary>Searching, and going to what was found.</summary>
public sealed class SearchTests(BrowserFixture fixture)
{
    private const int Count = 90;

    public static TheoryData<string> Looks => [.. PageLook.All.Select(look => look.Name)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_message_that_was_found_is_shown_where_it_stands_and_the_chat_goes_on_from_there(string lookName)
    {
        var look = PageLook.Of(lookName);
        var user = await fixture.Accounts.RegisterAsync("reader", Cancel);
        var writer = await fixture.Accounts.RegisterAsync("writer", Cancel);
        await using (var other = await HubUser.LogInAsync(fixture, writer, Cancel))
        {
            for (var number = 1; number <= Count; number++)
            {
                await other.WriteAsync(user, Line(number), Cancel);
            }
        }

        await using var page = await ChatPage.OpenAsync(
            fixture.Chromium, fixture.Gateway.Page, (user, await fixture.Accounts.TokenAsync(user, Cancel)), look);
        await page.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search chats and messages" }).FillAsync("LANTERN");
        var found = page.Page.GetByRole(AriaRole.Region, new() { Name = $"Messages found in {writer}" }).GetByRole(AriaRole.Button);
        await Expect(found).ToHaveCountAsync(2);
        await page.ScreenshotAsync($"{look.Name}-search");
        await page.AssertFitsAsync();
        await found.Filter(new() { HasText = "number 8" }).ClickAsync();

        await Expect(page.Message("The lantern is number 8")).ToBeInViewportAsync();
        await Expect(page.Message("The lantern is number 8")).ToHaveClassAsync(new Regex("highlighted", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.ScreenshotAsync($"{look.Name}-found");
        await Expect(page.Message($"line {Count}")).ToHaveCountAsync(0);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Latest" }).ClickAsync();
        await Expect(page.Message($"line {Count}")).ToBeInViewportAsync();

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Search in this chat" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search in this chat" }).FillAsync("lantern");
        var here = page.Page.GetByRole(AriaRole.Region, new() { Name = "Search in this chat" }).Locator(".hit");
        await Expect(here).ToHaveCountAsync(2);
        await page.ScreenshotAsync($"{look.Name}-search-in-chat");
        await here.Last.ClickAsync();
        await Expect(page.Message("The lantern is number 8")).ToBeInViewportAsync();
        await ScrollToEndAsync(page);
        var texts = await page.Messages.Locator("article .text").AllInnerTextsAsync();
        Assert.Equal([.. Enumerable.Range(1, Count).Select(Line)], texts);
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Conversations_and_friends_are_found_by_name_and_nothing_is_said_to_be_nothing()
    {
        var user = await fixture.Accounts.RegisterAsync("reader", Cancel);
        var friend = await fixture.Accounts.RegisterAsync("walter", Cancel);
        await fixture.Accounts.BefriendAsync(user, [friend], Cancel);
        await using var page = await ChatPage.OpenAsync(
            fixture.Chromium, fixture.Gateway.Page, (user, await fixture.Accounts.TokenAsync(user, Cancel)));
        var field = page.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search chats and messages" });

        await field.FillAsync("nothing of that name");
        await Expect(page.Page.GetByText("Nothing was found for “nothing of that name”.")).ToBeVisibleAsync();
        await field.FillAsync("walter");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = friend }).Or(
            page.Page.GetByRole(AriaRole.Region, new() { Name = "Conversations found" }).GetByRole(AriaRole.Link)).First.ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = friend, Level = 2 })).ToBeVisibleAsync();
        page.AssertNoProblems();
    }

    private static string Line(int number) => number is 8 or 60 ? $"The lantern is number {number}" : $"line {number}";

    /// <summary>Further and further down, as somebody who reads, until there is no more.</summary>
    private static async Task ScrollToEndAsync(ChatPage page)
    {
        var articles = page.Messages.Locator("article");
        var newest = page.Message($"line {Count}");
        while (await newest.CountAsync() == 0)
        {
            var loaded = await articles.CountAsync();
            await page.Messages.EvaluateAsync("view => view.scrollTop = view.scrollHeight");
            await Expect(articles).Not.ToHaveCountAsync(loaded);
        }

        await page.Messages.EvaluateAsync("view => view.scrollTop = 0");
        await Expect(page.Page.GetByText("Beginning of the conversation")).ToBeVisibleAsync();
    }
}
