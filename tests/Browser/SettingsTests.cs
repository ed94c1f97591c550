using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenIM.SignalR.Browser;

/// <summary>What a user sets for himself, and for one conversation from its menu in the list.</summary>
public sealed class SettingsTests(BrowserFixture fixture)
{
    /// <summary>A red pixel.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_new_name_and_picture_are_seen_by_friends_and_kept()
    {
        var (one, other) = (await RegisterAsync("one"), await RegisterAsync("other"));
        await fixture.Accounts.BefriendAsync(one.UserId, [other.UserId], TestContext.Current.CancellationToken);
        await using var page = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one);
        await using var friend = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, other);
        await friend.GoToAsync("Contacts");
        await Expect(friend.Friend(one.UserId)).ToBeVisibleAsync();

        await page.GoToAsync("Me");
        await page.EditAsync("Nickname", "Quentin");
        await page.Page.GetByLabel("Change your picture").Last.SetInputFilesAsync(
            new FilePayload { Name = "me.png", MimeType = "image/png", Buffer = Picture });
        await Expect(page.Row("Remove the picture")).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".picture-button img")).ToBeVisibleAsync();
        await Expect(friend.Friend("Quentin").Locator("img")).ToBeVisibleAsync();
        await page.SwitchAsync("Do not disturb", true);

        await page.Page.ReloadAsync();
        await Expect(page.Row("Nickname")).ToContainTextAsync("Quentin");
        await Expect(page.Page.GetByRole(AriaRole.Switch, new() { Name = "Do not disturb" })).ToBeCheckedAsync();
        await page.PressAsync("Remove the picture");
        await Expect(friend.Friend("Quentin").Locator("img")).ToHaveCountAsync(0);
        page.AssertNoProblems();
        friend.AssertNoProblems();
    }

    [Fact]
    public async Task Theme_and_protocol_are_kept_over_a_reload()
    {
        await using var page = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, await RegisterAsync("one"));
        await page.GoToAsync("Me");
        Assert.Equal("light", await ColorSchemeAsync(page));
        await page.Row("Theme").ClickAsync();
        await page.PressAsync("Dark");
        await Expect(page.Row("Theme")).ToContainTextAsync("Dark");
        Assert.Equal("dark", await ColorSchemeAsync(page));

        await page.Row("Protocol").ClickAsync();
        await page.PressAsync("MessagePack");
        await Expect(page.Row("Protocol")).ToContainTextAsync("MessagePack");
        await Expect(page.Row("State")).ToContainTextAsync("Connected");
        Assert.Equal("dark", await ColorSchemeAsync(page));
        page.AssertNoProblems();
    }

    [Fact]
    public async Task A_chat_is_pinned_quieted_burned_and_cleared_from_its_info()
    {
        var (one, other) = (await RegisterAsync("one"), await RegisterAsync("other"));
        await using var page = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one, PageLook.Phone);
        await using var peer = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, other);
        await page.StartChatAsync(other.UserId);
        await page.SendAsync("soon forgotten");
        await peer.OpenConversationAsync(one.UserId);
        await peer.OpenInfoAsync();
        await page.OpenInfoAsync();
        await page.SwitchAsync("Pin to the top", true);
        await page.SwitchAsync("Do not disturb", true);
        await page.SwitchAsync("Burn after reading", true);
        await Expect(peer.Page.GetByRole(AriaRole.Switch, new() { Name = "Burn after reading" })).ToBeCheckedAsync();
        await page.Row("Messages go after").ClickAsync();
        await page.PressAsync("5 minutes");
        await Expect(page.Row("Messages go after")).ToContainTextAsync("5 minutes");

        await page.PressAsync("Clear the history");
        await page.PressAsync("Clear");
        await Expect(page.Page.GetByText("Cleared")).ToBeVisibleAsync();
        await page.Page.ReloadAsync();
        await Expect(page.Row("Messages go after")).ToContainTextAsync("5 minutes");
        await page.PressAsync("Back");
        await Expect(page.Page.GetByText("No messages yet.")).ToBeVisibleAsync();
        await Expect(peer.Message("soon forgotten")).ToBeVisibleAsync();
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Menus_rows_and_sheets_are_used_by_keyboard()
    {
        await using var page = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, await RegisterAsync("one"));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "New", Exact = true }).FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByRole(AriaRole.Menuitem, new() { Name = "New chat" })).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Add a friend" })).ToBeVisibleAsync();

        await page.GoToAsync("Me");
        await page.Row("Nickname").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        var field = page.Page.GetByRole(AriaRole.Textbox, new() { Name = "Nickname" });
        await field.FillAsync("Keyboard");
        await field.PressAsync("Enter");
        await Expect(page.Row("Nickname")).ToContainTextAsync("Keyboard");
        var quiet = page.Page.GetByRole(AriaRole.Switch, new() { Name = "Do not disturb" });
        await quiet.PressAsync("Space");
        await Expect(quiet).ToBeCheckedAsync();
        page.AssertNoProblems();
    }

    [Fact]
    public async Task A_conversation_is_read_pinned_quieted_hidden_and_deleted_from_its_menu()
    {
        var (one, other, third) = (await RegisterAsync("one"), await RegisterAsync("other"), await RegisterAsync("third"));
        await using var page = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one);
        await using var peer = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, other);
        await using var third1 = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, third);
        await peer.StartChatAsync(one.UserId);
        await peer.SendAsync("the first one");
        await Expect(page.Conversation(other.UserId)).ToBeVisibleAsync();
        await third1.StartChatAsync(one.UserId);
        await third1.SendAsync("later");
        await Expect(page.Conversations.Locator(".item").First).ToContainTextAsync(third.UserId);

        await ChooseAsync(page, other.UserId, "Mark as read");
        await Expect(page.Unread(other.UserId)).ToBeHiddenAsync();
        await Expect(peer.State("the first one", "read")).ToBeVisibleAsync();
        await ChooseAsync(page, other.UserId, "Pin to the top");
        await Expect(page.Conversations.Locator(".item").First).ToContainTextAsync(other.UserId);
        await Expect(page.Badge("Chats")).ToHaveTextAsync("1");
        await ChooseAsync(page, third.UserId, "Do not disturb");
        await Expect(page.Badge("Chats")).ToBeHiddenAsync();
        await ChooseAsync(page, other.UserId, "Unpin");
        await Expect(page.Conversations.Locator(".item").First).ToContainTextAsync(third.UserId);

        await ChooseAsync(page, other.UserId, "Hide until the next message");
        await Expect(page.Conversation(other.UserId)).ToHaveCountAsync(0);
        await peer.SendAsync("and here I am again");
        await Expect(page.Conversation(other.UserId)).ToContainTextAsync("and here I am again");
        await page.OpenConversationAsync(other.UserId);
        await Expect(page.Message("the first one")).ToBeVisibleAsync();
        await ChooseAsync(page, other.UserId, "Delete the chat");
        await page.PressAsync("Delete");
        await Expect(page.Conversation(other.UserId)).ToHaveCountAsync(0);
        await Expect(page.Page.GetByText("Choose a conversation")).ToBeVisibleAsync();
        await page.StartChatAsync(other.UserId);
        await Expect(page.Page.GetByText("No messages yet.")).ToBeVisibleAsync();
        page.AssertNoProblems();
    }

    private static async Task ChooseAsync(ChatPage page, string name, string item)
    {
        await page.Conversation(name).HoverAsync();
        await page.ChooseAsync($"More about {name}", item);
    }

    private static Task<string> ColorSchemeAsync(ChatPage page) =>
        page.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).colorScheme");

    private async Task<(string UserId, string Token)> RegisterAsync(string name)
    {
        var userId = await fixture.Accounts.RegisterAsync(name, TestContext.Current.CancellationToken);
        return (userId, await fixture.Accounts.TokenAsync(userId, TestContext.Current.CancellationToken));
    }
}
