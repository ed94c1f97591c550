using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenIM.SignalR.Browser;

/// <summary>Groups: what the owner does is seen at once on the members' pages.</summary>
public sealed class GroupsTests(BrowserFixture fixture)
{
    private const string Notice = "Training is on Thursday at seven. Bring your own shoes.";

    [Fact]
    public async Task A_group_is_created_its_announcement_is_seen_and_a_muted_member_cannot_write()
    {
        var (one, other, third) = (await RegisterAsync("one"), await RegisterAsync("other"), await RegisterAsync("third"));
        await fixture.Accounts.BefriendAsync(one.UserId, [other.UserId, third.UserId], TestContext.Current.CancellationToken);
        await using var owner = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one);
        await using var member = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, other);
        await CreateAsync(owner, "Climbing club", other.UserId);
        await member.OpenConversationAsync("Climbing club");
        await Expect(member.Input).ToBeEnabledAsync();

        await owner.OpenInfoAsync();
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Invite" }).ClickAsync();
        await Expect(owner.Choice(other.UserId)).ToBeDisabledAsync();
        await owner.Choice(third.UserId).ClickAsync();
        await owner.PressAsync("Invite (1)");
        await Expect(owner.Row("All members")).ToContainTextAsync("3");

        await owner.PressAsync("Announcement");
        await owner.Page.GetByRole(AriaRole.Textbox, new() { Name = "Announcement" }).FillAsync(Notice);
        await owner.PressAsync("Save");
        var banner = member.Page.GetByRole(AriaRole.Complementary, new() { Name = "Announcement" });
        await Expect(banner).ToContainTextAsync(Notice);
        await member.ScreenshotAsync("desktop-light-group-notice");
        await member.PressAsync("Close the announcement");
        await Expect(banner).ToHaveCountAsync(0);

        await owner.Row("All members").ClickAsync();
        await owner.Member(other.UserId).ClickAsync();
        await owner.PressAsync("Mute");
        await owner.PressAsync("For an hour");
        await Expect(owner.Row("Mute")).ToContainTextAsync("Until");
        await Expect(member.Page.GetByText("You are muted until")).ToBeVisibleAsync();
        await Expect(member.Input).ToBeHiddenAsync();
        await owner.PressAsync("Mute");
        await owner.PressAsync("Let write again");
        await Expect(member.Input).ToBeEditableAsync();

        await owner.OpenInfoAsync();
        await owner.SwitchAsync("Mute all", true);
        await Expect(member.Input).ToBeHiddenAsync();
        await Expect(owner.Input).ToBeEditableAsync();
        owner.AssertNoProblems();
        member.AssertNoProblems();
    }

    [Fact]
    public async Task Roles_names_and_leaving_are_seen_by_everybody()
    {
        var (one, other, third) = (await RegisterAsync("one"), await RegisterAsync("other"), await RegisterAsync("third"));
        await fixture.Accounts.BefriendAsync(one.UserId, [other.UserId, third.UserId], TestContext.Current.CancellationToken);
        await using var owner = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one);
        await using var member = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, other);
        await CreateAsync(owner, "Choir", other.UserId, third.UserId);
        await member.OpenConversationAsync("Choir");
        await member.OpenInfoAsync();
        await Expect(member.Page.GetByRole(AriaRole.Switch, new() { Name = "Mute all" })).ToHaveCountAsync(0);

        await owner.OpenInfoAsync();
        await owner.EditAsync("Group name", "Chamber choir");
        await Expect(member.Page.GetByRole(AriaRole.Heading, new() { Name = "Chamber choir", Level = 2 })).ToBeVisibleAsync();
        await member.EditAsync("My name in the group", "The bass");
        await owner.Row("All members").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search members" }).FillAsync("bass");
        await Expect(owner.Page.GetByRole(AriaRole.List, new() { Name = "Members" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
        await owner.Member("The bass").ClickAsync();
        await owner.SwitchAsync("Administrator", true);
        await Expect(member.Page.GetByRole(AriaRole.Switch, new() { Name = "Mute all" })).ToBeVisibleAsync();

        // Who has become an administrator removes the third one; then becomes the owner; and the first owner leaves.
        await member.Row("All members").ClickAsync();
        await member.Member(third.UserId).ClickAsync();
        await member.PressAsync("Remove from the group");
        await member.PressAsync("Remove");
        await Expect(member.Page.GetByRole(AriaRole.Heading, new() { Name = "Members (2)" })).ToBeVisibleAsync();
        await owner.PressAsync("Make owner of the group");
        await owner.PressAsync("Make owner");
        await Expect(owner.Row("Role")).ToContainTextAsync("Owner");
        await owner.PressAsync("Back");
        await owner.PressAsync("Back");
        await owner.PressAsync("Leave the group");
        await owner.PressAsync("Leave");
        await Expect(owner.Page.GetByText("You are not a member", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(owner.Input).ToBeHiddenAsync();
        await Expect(member.Page.GetByRole(AriaRole.Heading, new() { Name = "Members (1)" })).ToBeVisibleAsync();

        await member.PressAsync("Back");
        await member.PressAsync("Dismiss the group");
        await member.PressAsync("Dismiss");
        await Expect(member.Page.GetByText("Dismissed", new() { Exact = true }).First).ToBeVisibleAsync();
        await Expect(member.Input).ToBeHiddenAsync();
        owner.AssertNoProblems();
        member.AssertNoProblems();
    }

    [Fact]
    public async Task Who_asks_to_join_waits_for_the_owner()
    {
        var (one, other) = (await RegisterAsync("one"), await RegisterAsync("other"));
        await using var owner = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one);
        await using var stranger = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, other);
        await CreateAsync(owner, "Chess");
        await owner.OpenInfoAsync();
        var id = (await owner.Page.GetByText("ID: ").InnerTextAsync())["ID: ".Length..];

        await stranger.ChooseAsync("New", "Join a group");
        await stranger.Page.GetByLabel("Group ID").FillAsync("no_such_group");
        await stranger.PressAsync("Find");
        await Expect(stranger.Page.GetByText("There is no group “no_such_group”.")).ToBeVisibleAsync();
        await stranger.Page.GetByLabel("Group ID").FillAsync(id);
        await stranger.PressAsync("Find");
        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Name = "Chess" })).ToBeVisibleAsync();
        await stranger.Page.GetByLabel("Message").FillAsync("I know the rules");
        await stranger.PressAsync("Ask to join");
        await Expect(stranger.Page.GetByText("Request sent")).ToBeVisibleAsync();

        await Expect(owner.Badge("Contacts")).ToHaveTextAsync("1");
        await owner.Row("Requests to join").ClickAsync();
        await Expect(owner.Page.Locator("[data-request]")).ToContainTextAsync("Chess: I know the rules");
        await owner.PressAsync($"Accept {other.UserId}");
        await Expect(owner.Page.Locator("[data-request]")).ToContainTextAsync("Accepted");
        await Expect(owner.Badge("Contacts")).ToBeHiddenAsync();
        await stranger.OpenEntryAsync("My groups");
        await stranger.Page.GetByRole(AriaRole.List, new() { Name = "My groups" }).GetByText("Chess").ClickAsync();
        await stranger.SendAsync("Thank you");
        await Expect(stranger.State("Thank you", "sent")).ToBeVisibleAsync();
        owner.AssertNoProblems();
        stranger.AssertNoProblems();
    }

    [Fact]
    public async Task Many_members_come_page_by_page()
    {
        const int Count = 120;
        var one = await RegisterAsync("one");
        var cancellationToken = TestContext.Current.CancellationToken;
        var members = await Task.WhenAll(Enumerable.Range(1, Count).Select(
            number => fixture.Accounts.RegisterAsync("member", cancellationToken, $"Member {number}")));
        await fixture.Accounts.BefriendAsync(one.UserId, members, cancellationToken);
        await using var page = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one, PageLook.Phone);
        await CreateAsync(page, "Everybody");
        await page.OpenInfoAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Invite" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(Count);
        await page.Page.EvaluateAsync(
            """
            async () => {
              for (const box of document.querySelectorAll('[role=checkbox]')) {
                box.click();
                await new Promise(requestAnimationFrame);
              }
            }
            """);
        await page.PressAsync($"Invite ({Count})");
        await Expect(page.Row("All members")).ToContainTextAsync($"{Count + 1}");

        await page.Row("All members").ClickAsync();
        var rows = page.Page.GetByRole(AriaRole.List, new() { Name = "Members" }).GetByRole(AriaRole.Link);
        await Expect(rows).ToHaveCountAsync(50);
        await rows.Last.ScrollIntoViewIfNeededAsync();
        await Expect(rows).ToHaveCountAsync(100);
        await rows.Last.ScrollIntoViewIfNeededAsync();
        await Expect(rows).ToHaveCountAsync(Count + 1);
        await page.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search members" }).FillAsync("Member 11");
        // 11 and 110 to 119.
        await Expect(rows).ToHaveCountAsync(11);
        page.AssertNoProblems();
    }

    private static async Task CreateAsync(ChatPage page, string name, params string[] friends)
    {
        await page.ChooseAsync("New", "New group");
        await page.Page.GetByLabel("Name").FillAsync(name);
        foreach (var friend in friends)
            await page.Choice(friend).ClickAsync();
        await page.PressAsync(friends.Length > 0 ? $"Create ({friends.Length + 1})" : "Create");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 2 })).ToBeVisibleAsync();
    }

    private async Task<(string UserId, string Token)> RegisterAsync(string name)
    {
        var userId = await fixture.Accounts.RegisterAsync(name, TestContext.Current.CancellationToken);
        return (userId, await fixture.Accounts.TokenAsync(userId, TestContext.Current.CancellationToken));
    }
}
