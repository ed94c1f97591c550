using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenIM.SignalR.Browser;

/// <summary>Two people, each at a page.</summary>
public sealed class TwoPagesTests(BrowserFixture fixture)
{
    [Fact]
    public async Task Alice_and_bob_log_in_with_one_tap_and_chat()
    {
        await using var alice = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page);
        await using var bob = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page);
        await alice.Page.Locator("[data-user=alice]").ClickAsync();
        await bob.Page.Locator("[data-user=bob]").ClickAsync();

        await alice.StartChatAsync("bob");
        await alice.SendAsync("Hello, bob");
        await Expect(alice.State("Hello, bob", "sent")).ToBeVisibleAsync();
        await bob.Conversations.Locator(".item").ClickAsync();
        await Expect(bob.Message("Hello, bob")).ToBeVisibleAsync();
        await bob.SendAsync("Hello, alice");
        await Expect(alice.Message("Hello, alice")).ToBeVisibleAsync();

        await alice.Page.ReloadAsync();
        await Expect(alice.Message("Hello, alice")).ToBeVisibleAsync();

        await bob.GoToAsync("Me");
        await bob.Page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
        await Expect(bob.Page.Locator("[data-user=bob]")).ToBeVisibleAsync();
        alice.AssertNoProblems();
        bob.AssertNoProblems();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?protocol=messagepack")]
    public async Task Unread_counts_read_marks_and_typing_reach_the_other_side(string query)
    {
        var address = new Uri(fixture.Gateway.Page, query);
        var (one, other) = (await RegisterAsync("one"), await RegisterAsync("other"));
        await using var left = await ChatPage.OpenAsync(fixture.Chromium, address, one);
        await using var right = await ChatPage.OpenAsync(fixture.Chromium, address, other);

        await left.StartChatAsync(other.UserId);
        await left.SendAsync("first");
        await left.SendAsync("second");
        await Expect(right.Unread(one.UserId)).ToContainTextAsync("2");
        await Expect(right.Page).ToHaveTitleAsync("(2) OpenIM.SignalR");
        await Expect(right.Conversation(one.UserId)).ToContainTextAsync("second");
        await Expect(left.State("second", "sent")).ToBeVisibleAsync();

        await right.OpenConversationAsync(one.UserId);
        await Expect(right.Unread(one.UserId)).ToBeHiddenAsync();
        await Expect(right.Page).ToHaveTitleAsync("OpenIM.SignalR");
        await Expect(left.State("first", "read")).ToBeVisibleAsync();
        await Expect(left.State("second", "read")).ToBeVisibleAsync();

        await right.Input.PressSequentiallyAsync("I am");
        await Expect(left.Page.GetByText("typing…").First).ToBeVisibleAsync();
        await right.SendAsync("<b>I am here</b>");
        await Expect(left.Message("<b>I am here</b>")).ToBeVisibleAsync();
        await Expect(left.Page.GetByText("typing…")).ToHaveCountAsync(0);
        // The chat is open, so the answer is read as it comes.
        await Expect(right.State("<b>I am here</b>", "read")).ToBeVisibleAsync();
        await Expect(left.Unread(other.UserId)).ToBeHiddenAsync();
        left.AssertNoProblems();
        right.AssertNoProblems();
    }

    [Fact]
    public async Task Two_tabs_of_one_user_show_the_same()
    {
        var (one, other) = (await RegisterAsync("one"), await RegisterAsync("other"));
        await using var tab = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one);
        await tab.StartChatAsync(other.UserId);
        await tab.SendAsync("from the first tab");
        await Expect(tab.State("from the first tab", "sent")).ToBeVisibleAsync();
        await using var second = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one);
        await second.OpenConversationAsync(other.UserId);
        await Expect(second.Message("from the first tab")).ToBeVisibleAsync();

        await second.SendAsync("from the second tab");
        await Expect(tab.State("from the second tab", "sent")).ToBeVisibleAsync();
        await Expect(tab.Message("from the second tab")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_user_who_does_not_exist_is_said_to()
    {
        await using var page = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, await RegisterAsync("one"));
        await page.ChooseAsync("New", "New chat");
        await page.Page.GetByLabel("User ID").FillAsync("nobody_at_all");
        await page.Page.GetByLabel("User ID").PressAsync("Enter");

        await Expect(page.Page.GetByText("There is no user “nobody_at_all”.")).ToBeVisibleAsync();
    }

    private async Task<(string UserId, string Token)> RegisterAsync(string name)
    {
        var userId = await fixture.Accounts.RegisterAsync(name, TestContext.Current.CancellationToken);
        return (userId, await fixture.Accounts.TokenAsync(userId, TestContext.Current.CancellationToken));
    }
}
