using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenIM.SignalR.Browser;

/// <summary>Every screen of contacts, groups and settings, at the sizes and colors that people use.</summary>
public sealed class ScreensTests(BrowserFixture fixture)
{
    public static TheoryData<string> Looks => [.. PageLook.All.Select(look => look.Name)];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Contacts_show_what_they_are_about(string lookName)
    {
        var (page, people) = await OpenAsync(lookName);
        await using var closing = page;
        await Expect(page.Conversation("Sunday hiking")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "New", Exact = true }).ClickAsync();
        await SeeAsync(page, lookName, "new-menu", page.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Join a group" }));
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Conversation("Ben Whitfield").ClickAsync(new() { Button = MouseButton.Right });
        await SeeAsync(page, lookName, "conversation-menu", page.Page.GetByText("Mark as read"));
        await page.Page.Keyboard.PressAsync("Escape");

        await page.OpenAsync("contacts");
        await Expect(page.Badge("Contacts")).ToHaveTextAsync("2");
        await SeeAsync(page, lookName, "contacts", page.Friend("Emma Lindqvist"));
        await page.OpenAsync("contacts/requests");
        await SeeAsync(page, lookName, "friend-requests", page.Page.GetByText("Hi Nora! It is me, Hanna."));
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Sent" }).ClickAsync();
        await SeeAsync(page, lookName, "friend-requests-sent", page.Page.GetByText("We met at the library"));
        await page.OpenAsync("contacts/group-requests");
        await SeeAsync(page, lookName, "group-requests", page.Page.GetByText("Sunday hiking: Amara told me"));
        await page.OpenAsync("contacts/groups");
        await SeeAsync(page, lookName, "my-groups", page.Page.GetByText("9 members · yours"));
        await page.OpenAsync("contacts/blacklist");
        await SeeAsync(page, lookName, "blacklist", page.Page.GetByText("Cheap Watches"));
        await page.OpenAsync("contacts/add");
        await SeeAsync(page, lookName, "add-friend", page.Page.GetByLabel("User ID"));
        await page.OpenAsync("contacts/new-group");
        await page.Choice("Grace Kim").ClickAsync();
        await SeeAsync(page, lookName, "new-group", page.Page.GetByRole(AriaRole.Button, new() { Name = "Create (2)" }));
        await page.OpenAsync("contacts/join-group");
        await page.Page.GetByLabel("Group ID").FillAsync(people.OtherGroupId);
        await page.PressAsync("Find");
        await SeeAsync(page, lookName, "join-group", page.Page.GetByText("Street photography, once a month"));
        await page.OpenAsync($"contacts/u/{people.Friends[7]}");
        await SeeAsync(page, lookName, "profile", page.Page.GetByText("Pin among the contacts"));
        await page.PressAsync("Remark");
        await SeeAsync(page, lookName, "remark", page.Page.GetByRole(AriaRole.Textbox, new() { Name = "Remark" }));
        page.AssertNoProblems();
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Groups_and_settings_show_what_they_are_about(string lookName)
    {
        var (page, people) = await OpenAsync(lookName);
        await using var closing = page;
        await page.OpenConversationAsync("Ben Whitfield");
        await Expect(page.Message("Did you get my letter?")).ToBeVisibleAsync();
        await page.OpenInfoAsync();
        await SeeAsync(page, lookName, "chat-info", page.Page.GetByText("Burn after reading"));

        var group = $"c/sg_{people.GroupId}";
        await page.OpenAsync($"{group}/info");
        await page.EditAsync("Announcement", "Meet at the station at eight. We walk ten miles, and come back before dark.");
        await SeeAsync(page, lookName, "group-info", page.Row("All members"));
        await page.Row("Clear the history").ScrollIntoViewIfNeededAsync();
        await SeeAsync(page, lookName, "group-info-end", page.Row("Dismiss the group"));
        await page.Row("Joining").ClickAsync();
        await SeeAsync(page, lookName, "group-joining", page.Page.GetByText("Open to everybody"));
        await page.PressAsync("Cancel");
        await page.OpenAsync(group);
        await SeeAsync(page, lookName, "group-chat", page.Page.GetByRole(AriaRole.Complementary, new() { Name = "Announcement" }));
        await page.OpenAsync($"{group}/info/members");
        await SeeAsync(page, lookName, "members", page.Member("Grace Kim"));
        await page.Member("Grace Kim").ClickAsync();
        await SeeAsync(page, lookName, "member", page.Row("Remove from the group"));
        await page.PressAsync("Remove from the group");
        await SeeAsync(page, lookName, "confirm", page.Page.GetByText("Remove Grace Kim?"));
        await page.PressAsync("Cancel");
        await page.OpenAsync($"{group}/info/invite");
        await SeeAsync(page, lookName, "invite", page.Page.GetByText("In the group already").First);

        await page.OpenAsync("me");
        await SeeAsync(page, lookName, "me", page.Row("Theme"));
        await page.Row("Theme").ClickAsync();
        await SeeAsync(page, lookName, "theme", page.Page.GetByText("Light", new() { Exact = true }));
        page.AssertNoProblems();
    }

    private static async Task SeeAsync(ChatPage page, string look, string screen, ILocator main)
    {
        await Expect(main).ToBeInViewportAsync();
        // No row is marked only because the pointer was left there.
        await page.Page.Mouse.MoveAsync(0, 0);
        // What slides or fades in has arrived; spinners have gone.
        await page.Page.WaitForFunctionAsync(
            "() => document.getAnimations().every(animation => animation.effect.getComputedTiming().iterations === Infinity)");
        await page.ScreenshotAsync($"{look}-{screen}");
        Assert.True(
            await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            $"The screen {screen} is wider than its window.");
    }

    private async Task<(ChatPage Page, Neighborhood People)> OpenAsync(string lookName)
    {
        var people = await Neighborhood.CreateAsync(fixture, TestContext.Current.CancellationToken);
        var look = PageLook.All.Single(look => look.Name == lookName);
        return (await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, people.User, look), people);
    }
}
