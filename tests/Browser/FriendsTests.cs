using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenIM.SignalR.Browser;

/// <summary>Contacts: two people become friends, and what one does the other sees at once.</summary>
public sealed class FriendsTests(BrowserFixture fixture)
{
    [Fact]
    public async Task A_friend_request_is_seen_is_accepted_and_leads_to_a_chat()
    {
        var (one, other) = (await RegisterAsync("one"), await RegisterAsync("other"));
        await using var asking = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one);
        await using var asked = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, other);
        await Expect(asked.Page.GetByText("No conversations yet")).ToBeVisibleAsync();

        await asking.GoToAsync("Contacts");
        await asking.ChooseAsync("New", "Add a friend");
        await asking.Page.GetByLabel("User ID").FillAsync(other.UserId);
        await asking.PressAsync("Find");
        await asking.PressAsync("Add as a friend");
        await asking.Page.GetByRole(AriaRole.Textbox, new() { Name = "Add as a friend" }).FillAsync("We met yesterday");
        await asking.PressAsync("Send");
        await Expect(asking.Page.GetByText("Request sent")).ToBeVisibleAsync();

        await Expect(asked.Badge("Contacts")).ToHaveTextAsync("1");
        await asked.GoToAsync("Contacts");
        await asked.OpenEntryAsync("Friend requests");
        var request = asked.Page.Locator($"[data-request={one.UserId}]");
        await Expect(request).ToContainTextAsync("We met yesterday");
        await asked.PressAsync($"Accept {one.UserId}");
        await Expect(request).ToContainTextAsync("Accepted");
        await Expect(asked.Badge("Contacts")).ToBeHiddenAsync();

        // Each is in the other's list, and known to be there now.
        await Expect(asked.Friend(one.UserId).GetByTitle("Online")).ToBeVisibleAsync();
        await Expect(asking.Friend(other.UserId).GetByTitle("Online")).ToBeVisibleAsync();
        await asking.Friend(other.UserId).ClickAsync();
        await asking.PressAsync("Send a message");
        await asking.SendAsync("Hello, friend");
        await asked.GoToAsync("Chats");
        await asked.OpenConversationAsync(one.UserId);
        await Expect(asked.Message("Hello, friend")).ToBeVisibleAsync();
        asking.AssertNoProblems();
        asked.AssertNoProblems();
    }

    [Fact]
    public async Task A_refused_request_is_shown_as_refused_on_both_sides()
    {
        var (one, other) = (await RegisterAsync("one"), await RegisterAsync("other"));
        await using var asking = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one);
        await using var asked = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, other);
        await asking.OpenAsync($"contacts/u/{other.UserId}");
        await asking.PressAsync("Add as a friend");
        await asking.PressAsync("Send");

        await asking.OpenAsync("contacts/requests");
        await asking.Page.GetByRole(AriaRole.Tab, new() { Name = "Sent" }).ClickAsync();
        var sent = asking.Page.Locator($"[data-request={other.UserId}]");
        await Expect(sent).ToContainTextAsync("Waiting");
        await asked.OpenAsync("contacts/requests");
        await asked.PressAsync($"Refuse {one.UserId}");
        await Expect(asked.Page.Locator($"[data-request={one.UserId}]")).ToContainTextAsync("Refused");
        await Expect(sent).ToContainTextAsync("Refused");
        await Expect(asking.Friend(other.UserId)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_friend_is_renamed_pinned_blocked_and_deleted()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var (one, other, third) = (await RegisterAsync("one"), await RegisterAsync("other"), await RegisterAsync("another"));
        await fixture.Accounts.BefriendAsync(one.UserId, [other.UserId, third.UserId], cancellationToken);
        await using var page = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one);
        await using var peer = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, other);
        await page.GoToAsync("Contacts");
        await Expect(page.Friend(third.UserId)).ToBeVisibleAsync();
        await Expect(page.Friend(third.UserId).GetByTitle("Online")).ToHaveCountAsync(0);

        await page.Friend(other.UserId).ClickAsync();
        await page.PressAsync("Remark");
        await page.Page.GetByRole(AriaRole.Textbox, new() { Name = "Remark" }).FillAsync("Zoe from work");
        await page.PressAsync("Save");
        await Expect(page.Friend("Zoe from work")).ToBeVisibleAsync();
        await page.SwitchAsync("Pin among the contacts", true);
        await Expect(page.Contacts.Locator("a.row-link").Filter(new() { HasText = "Zoe from work" })).ToBeVisibleAsync();
        await Expect(page.Contacts.GetByRole(AriaRole.Heading, new() { Name = "Pinned" })).ToBeVisibleAsync();

        await page.SwitchAsync("Block", true);
        await peer.StartChatAsync(one.UserId);
        await peer.SendAsync("Can you hear me?");
        await Expect(peer.State("Can you hear me?", "failed")).ToBeVisibleAsync();
        await page.OpenEntryAsync("Blacklist");
        await page.PressAsync($"Unblock {other.UserId}");
        await Expect(page.Page.GetByText("Nobody is blocked.")).ToBeVisibleAsync();
        await peer.State("Can you hear me?", "failed").ClickAsync();
        await Expect(peer.State("Can you hear me?", "sent")).ToBeVisibleAsync();

        await page.Friend("Zoe from work").ClickAsync();
        await page.PressAsync("Delete friend");
        await page.PressAsync("Delete");
        await Expect(page.Friend("Zoe from work")).ToHaveCountAsync(0);
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Add as a friend" })).ToBeVisibleAsync();
        page.AssertNoProblems();
    }

    private async Task<(string UserId, string Token)> RegisterAsync(string name)
    {
        var userId = await fixture.Accounts.RegisterAsync(name, TestContext.Current.CancellationToken);
        return (userId, await fixture.Accounts.TokenAsync(userId, TestContext.Current.CancellationToken));
    }
}
