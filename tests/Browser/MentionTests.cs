using Microsoft.Playwright;
using OpenIM.SignalR.Contracts;
using static Microsoft.Playwright.Assertions;

namespace OpenIM.SignalR.Browser;

/// <summary>Naming somebody in a group.</summary>
public sealed class MentionTests(BrowserFixture fixture)
{
    public static TheoryData<string> Looks => [.. PageLook.All.Select(look => look.Name)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Whoever_is_named_with_an_at_sign_is_told_so(string lookName)
    {
        var look = PageLook.Of(lookName);
        var owner = await fixture.Accounts.RegisterAsync("owner", Cancel, "Olivia");
        var member = await fixture.Accounts.RegisterAsync("member", Cancel, "Matthew Smith");
        var third = await fixture.Accounts.RegisterAsync("third", Cancel, "Theodora");
        await using var hub = await HubUser.LogInAsync(fixture, owner, Cancel);
        await hub.CallAsync<object>("CreateGroup", Cancel, new CreateGroupReq
        {
            MemberUserIDs = [member, third], GroupInfo = new() { GroupName = "Rowing", GroupType = 2 },
        });
        await using var left = await ChatPage.OpenAsync(
            fixture.Chromium, fixture.Gateway.Page, (owner, await fixture.Accounts.TokenAsync(owner, Cancel)), look);
        await using var right = await ChatPage.OpenAsync(
            fixture.Chromium, fixture.Gateway.Page, (member, await fixture.Accounts.TokenAsync(member, Cancel)), look);
        await left.OpenConversationAsync("Rowing");
        await Expect(left.Notice("You created the group")).ToBeVisibleAsync();

        await left.Input.PressSequentiallyAsync("Who steers? @");
        var list = left.Page.GetByRole(AriaRole.Listbox, new() { Name = "Mention" });
        await Expect(list.GetByRole(AriaRole.Option)).ToHaveCountAsync(3);
        await Expect(list).ToContainTextAsync("Everyone");
        await left.ScreenshotAsync($"{look.Name}-mention");
        await left.Input.PressSequentiallyAsync("matt");
        await Expect(list.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await left.Input.PressAsync("Enter");
        await Expect(left.Input).ToHaveValueAsync("Who steers? @Matthew Smith ");
        await left.Input.PressSequentiallyAsync("perhaps?");
        await left.Input.PressAsync("Enter");

        await Expect(right.Conversation("Rowing")).ToContainTextAsync("Olivia: Who steers? @Matthew Smith perhaps?");
        await right.OpenConversationAsync("Rowing");
        await Expect(right.Message("Who steers? @Matthew Smith perhaps?").Locator("b")).ToHaveTextAsync("@Matthew Smith");
        await Expect(left.Message("@Matthew Smith")).ToBeVisibleAsync();
        await right.ScreenshotAsync($"{look.Name}-group-chat");
        await right.AssertFitsAsync();
        left.AssertNoProblems();
        right.AssertNoProblems();
    }

    [Fact]
    public async Task That_one_was_mentioned_is_said_in_the_list_until_the_chat_is_opened()
    {
        var user = await fixture.Accounts.RegisterAsync("user", Cancel);
        await using var hub = await HubUser.LogInAsync(fixture, user, Cancel);
        var group = await hub.CallAsync<GroupInfo>("CreateGroup", Cancel, new CreateGroupReq
        {
            MemberUserIDs = [await fixture.Accounts.RegisterAsync("other", Cancel)], GroupInfo = new() { GroupName = "Rowing", GroupType = 2 },
        });
        await using var page = await ChatPage.OpenAsync(
            fixture.Chromium, fixture.Gateway.Page, (user, await fixture.Accounts.TokenAsync(user, Cancel)));
        await Expect(page.Conversation("Rowing")).ToBeVisibleAsync();

        // OpenIM's main version does not set it itself; older ones do.
        await hub.CallAsync<object?>("SetConversation", Cancel, $"sg_{group.GroupID}", new ConversationReq { GroupAtType = 1 });
        await Expect(page.Conversation("Rowing")).ToContainTextAsync("[You were mentioned]");
        await page.OpenConversationAsync("Rowing");
        await Expect(page.Conversation("Rowing")).Not.ToContainTextAsync("[You were mentioned]");
        page.AssertNoProblems();
    }
}
