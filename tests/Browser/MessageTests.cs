using Microsoft.Playwright;
using OpenIM.SignalR.Contracts;
using static Microsoft.Playwright.Assertions;

namespace OpenIM.SignalR.Browser;

/// <summary>What can be done with a message, and what the other side sees of it.</summary>
public sealed class MessageTests(BrowserFixture fixture)
{
    public static TheoryData<string> Looks => [.. PageLook.All.Select(look => look.Name)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_quote_shows_what_it_answers_and_a_recalled_message_becomes_a_line_for_both(string lookName)
    {
        var look = PageLook.Of(lookName);
        var (one, other) = (await RegisterAsync("one"), await RegisterAsync("other"));
        await using var left = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one, look);
        await using var right = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, other);
        await left.StartChatAsync(other.UserId);
        await left.SendAsync("Shall we meet at noon?");
        await right.OpenConversationAsync(one.UserId);
        await right.SendAsync("At one would be better.");
        await Expect(left.Message("At one")).ToBeVisibleAsync();

        await left.OpenMenuAsync("At one");
        await Expect(left.Page.GetByText("Reply with quote")).ToBeVisibleAsync();
        await left.ScreenshotAsync($"{look.Name}-message-menu");
        await left.Page.GetByText("Reply with quote").ClickAsync();
        await Expect(left.Page.Locator(".quote")).ToContainTextAsync("At one would be better.");
        await left.ScreenshotAsync($"{look.Name}-quoting");
        await left.SendAsync("Fine with me");
        await Expect(right.Message("Fine with me").Locator(".quoted")).ToContainTextAsync("At one would be better.");
        await Expect(left.Page.Locator(".quote")).ToHaveCountAsync(0);

        await right.ActAsync("At one", "Recall");
        await Expect(left.Notice($"{other.UserId} recalled a message")).ToBeVisibleAsync();
        await Expect(right.Notice("You recalled a message")).ToBeVisibleAsync();
        await Expect(left.Message("Fine with me").Locator(".quoted")).ToContainTextAsync("This message was recalled");
        await Expect(right.Message("Fine with me").Locator(".quoted")).ToContainTextAsync("This message was recalled");
        await left.ActAsync("Shall we meet", "Recall");
        await Expect(left.Notice("You recalled a message")).ToBeVisibleAsync();
        await Expect(right.Notice($"{one.UserId} recalled a message")).ToBeVisibleAsync();
        await left.ScreenshotAsync($"{look.Name}-recalled");
        await left.Page.GetByRole(AriaRole.Button, new() { Name = "Edit again" }).ClickAsync();
        await Expect(left.Input).ToHaveValueAsync("Shall we meet at noon?");

        // What both have seen is what the history has too.
        await right.Page.ReloadAsync();
        await Expect(right.Notice("You recalled a message")).ToBeVisibleAsync();
        await Expect(right.Notice($"{one.UserId} recalled a message")).ToBeVisibleAsync();
        await Expect(right.Message("Fine with me").Locator(".quoted")).ToContainTextAsync("This message was recalled");
        await left.AssertFitsAsync();
        left.AssertNoProblems();
        right.AssertNoProblems();
    }

    [Fact]
    public async Task A_message_is_forwarded_to_another_chat_and_deleted_for_oneself_only()
    {
        var (one, other, third) = (await RegisterAsync("one"), await RegisterAsync("other"), await RegisterAsync("third"));
        await using var left = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one);
        await using var right = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, other);
        await left.StartChatAsync(third.UserId);
        await left.SendAsync("a chat to forward to");
        await left.StartChatAsync(other.UserId);
        await left.SendAsync("worth to be known");
        await right.OpenConversationAsync(one.UserId);

        await left.ActAsync("worth to be known", "Forward");
        await left.Page.GetByRole(AriaRole.Button, new() { Name = third.UserId }).Locator("visible=true").Last.ClickAsync();
        await Expect(left.Conversation(third.UserId)).ToContainTextAsync("worth to be known");
        await Expect(left.Page.GetByText("Forward to")).ToHaveCountAsync(0);
        await left.ActAsync("worth to be known", "Delete for me");
        await Expect(left.Message("worth to be known")).ToHaveCountAsync(0);
        await left.Page.ReloadAsync();
        await Expect(left.Page.GetByText("No messages yet")).ToBeVisibleAsync();
        await Expect(right.Message("worth to be known")).ToBeVisibleAsync();
        left.AssertNoProblems();
        right.AssertNoProblems();
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_draft_is_in_the_list_and_there_again_after_a_reload(string lookName)
    {
        var look = PageLook.Of(lookName);
        var (one, other) = (await RegisterAsync("one"), await RegisterAsync("other"));
        await using var writer = await HubUser.LogInAsync(fixture, other.UserId, Cancel);
        await writer.WriteAsync(one.UserId, "What do you think?", Cancel);
        await using var page = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one, look);
        await page.OpenConversationAsync(other.UserId);
        await page.Input.FillAsync("I think that");
        await page.OpenAsync("");

        await Expect(page.Conversation(other.UserId)).ToContainTextAsync("[Draft] I think that");
        await page.ScreenshotAsync($"{look.Name}-draft");
        await page.Page.ReloadAsync();
        await Expect(page.Conversation(other.UserId)).ToContainTextAsync("[Draft] I think that");
        await page.OpenConversationAsync(other.UserId);
        await Expect(page.Input).ToHaveValueAsync("I think that");
        await page.SendAsync("I think that it is good.");
        await page.OpenAsync("");
        await Expect(page.Conversation(other.UserId)).ToContainTextAsync("You: I think that it is good.");
        page.AssertNoProblems();
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_kind_of_message_is_shown_as_what_it_is(string lookName)
    {
        var look = PageLook.Of(lookName);
        var (one, other) = (await RegisterAsync("one"), await RegisterAsync("other"));
        await using var writer = await HubUser.LogInAsync(fixture, other.UserId, Cancel);
        var text = await writer.CallAsync<MsgStruct>("CreateTextMessage", Cancel, "See https://example.com/a?b=c, it is good.");
        MsgStruct[] messages =
        [
            text,
            await writer.CallAsync<MsgStruct>("CreateCardMessage", Cancel, new CardElem { UserID = "carla", Nickname = "Carla Card" }),
            await writer.CallAsync<MsgStruct>("CreateLocationMessage", Cancel, "Central station", 13.36, 52.52),
            await writer.CallAsync<MsgStruct>("CreateFaceMessage", Cancel, 1, "☺"),
            await writer.CallAsync<MsgStruct>("CreateCustomMessage", Cancel, "{}", "", "A vote has begun"),
            await writer.CallAsync<MsgStruct>("CreateMarkdownMessage", Cancel, "**bold**"),
            await writer.CallAsync<MsgStruct>(
                "CreateMergerMessage", Cancel, new[] { text }, "What was said", new[] { "Somebody: see" }),
        ];
        foreach (var message in messages)
        {
            await writer.SendAsync(message, one.UserId, Cancel);
        }

        await using var page = await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, one, look);
        await page.OpenConversationAsync(other.UserId);

        await Expect(page.Message("https://example.com").GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "https://example.com/a?b=c");
        await Expect(page.Message("Carla Card")).ToContainTextAsync("carla");
        await Expect(page.Message("Central station")).ToContainTextAsync("52.52000, 13.36000");
        await Expect(page.Message("☺")).ToBeVisibleAsync();
        await Expect(page.Message("A vote has begun")).ToBeVisibleAsync();
        await Expect(page.Message("**bold**")).ToBeVisibleAsync();
        await page.ScreenshotAsync($"{look.Name}-kinds");
        await page.AssertFitsAsync();
        await page.Message("What was said").GetByRole(AriaRole.Button, new() { Name = "What was said" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "What was said" })).ToContainTextAsync("it is good");
        page.AssertNoProblems();
    }

    private async Task<(string UserId, string Token)> RegisterAsync(string name)
    {
        var userId = await fixture.Accounts.RegisterAsync(name, Cancel);
        return (userId, await fixture.Accounts.TokenAsync(userId, Cancel));
    }
}
