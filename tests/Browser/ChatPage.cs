using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.Playwright;

namespace OpenIM.SignalR.Browser;

/// <summary>The page as a user sees it: what can be found on it, by role and label, and what can be done.</summary>
internal sealed class ChatPage : IAsyncDisposable
{
    private static readonly string Artifacts = typeof(ChatPage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ArtifactsFolder").Value!;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();

    private ChatPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _problems.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => _problems.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { IsLoopback: false, Scheme: "http" or "https" or "ws" or "wss" })
            {
                _problems.Enqueue($"The page asks {request.Url}.");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Opens the page. With <paramref name="user"/> it is logged in, as after a reload.</summary>
    public static async Task<ChatPage> OpenAsync(
        IBrowser browser, Uri address, (string UserId, string Token)? user = null, PageLook? look = null)
    {
        look ??= PageLook.Desktop;
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "en-US",
        });
        context.SetDefaultTimeout(15_000);
        if (user is var (userId, token))
        {
            var session = JsonSerializer.Serialize(JsonSerializer.Serialize(new { userID = userId, token }));
            await context.AddInitScriptAsync($"sessionStorage.getItem('openim-session') ?? sessionStorage.setItem('openim-session', {session})");
        }

        var page = new ChatPage(context, await context.NewPageAsync());
        await page.Page.GotoAsync(address.ToString());
        return page;
    }

    public ILocator Conversations => Page.GetByRole(AriaRole.Navigation, new() { Name = "Conversations" });

    public ILocator Messages => Page.GetByRole(AriaRole.Log, new() { Name = "Messages" });

    public ILocator Banner => Page.GetByText("Connection lost. Reconnecting…");

    /// <summary>A conversation's row in the list.</summary>
    public ILocator Conversation(string name) => Conversations.Locator(".item")
        .Filter(new() { Has = Page.Locator(".name").Filter(new() { HasText = name }) });

    /// <summary>The unread count of a row.</summary>
    public ILocator Unread(string name) => Conversation(name).Locator(".unread");

    public ILocator Message(string text) => Messages.Locator("article").Filter(new() { HasText = text });

    /// <summary>The state of one's own message: sending, sent, read, failed.</summary>
    public ILocator State(string text, string state) => Message(text).Locator($"[data-state={state}]");

    public ILocator Input => Page.GetByRole(AriaRole.Textbox, new() { Name = "Message" });

    public Task OpenConversationAsync(string name) => Conversation(name).ClickAsync();

    public async Task StartChatAsync(string userId)
    {
        await ChooseAsync("New", "New chat");
        await Page.GetByLabel("User ID").FillAsync(userId);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Chat", Exact = true }).ClickAsync();
        await Assertions.Expect(Input).ToBeVisibleAsync();
    }

    /// <summary>Opens the menu behind a button and chooses from it.</summary>
    public async Task ChooseAsync(string button, string item)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true }).ClickAsync();
    }

    /// <summary>Goes to one of the parts of the page: Chats, Contacts, Me.</summary>
    public Task GoToAsync(string part) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })
        .GetByRole(AriaRole.Link, new() { Name = part }).ClickAsync();

    public ILocator Contacts => Page.GetByRole(AriaRole.Navigation, new() { Name = "Contacts" });

    /// <summary>A friend's row among the contacts.</summary>
    public ILocator Friend(string name) => Contacts.Locator("a.row-link").Filter(new() { HasText = name });

    /// <summary>The count at one of the parts of the page.</summary>
    public ILocator Badge(string part) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })
        .GetByRole(AriaRole.Link, new() { Name = part }).Locator(".van-badge");

    /// <summary>Opens what stands above the friends: requests, groups, the blacklist.</summary>
    public Task OpenEntryAsync(string name) => Contacts.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();

    /// <summary>Goes where a link or the history leads: the part of the address behind the number sign.</summary>
    public Task OpenAsync(string path) => Page.EvaluateAsync("path => location.hash = '/' + path", path);

    /// <summary>Presses a button, or a row that is one.</summary>
    public Task PressAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true })
        .Or(Page.Locator(".van-cell[role=button]").Filter(new() { Has = Page.GetByText(name, new() { Exact = true }) }))
        .Locator("visible=true").ClickAsync();

    /// <summary>A row of settings: what it is called and what it says.</summary>
    public ILocator Row(string title) =>
        Page.Locator(".van-cell").Filter(new() { Has = Page.GetByText(title, new() { Exact = true }) });

    /// <summary>Opens what there is to say about the open chat.</summary>
    public Task OpenInfoAsync() => Page.GetByRole(AriaRole.Link, new() { Name = "Chat info" }).ClickAsync();

    /// <summary>A friend to choose.</summary>
    public ILocator Choice(string name) => Page.GetByRole(AriaRole.Checkbox, new() { Name = name });

    /// <summary>A row of a group's members.</summary>
    public ILocator Member(string name) =>
        Page.GetByRole(AriaRole.List, new() { Name = "Members" }).GetByRole(AriaRole.Link).Filter(new() { HasText = name });

    /// <summary>Changes a text among the settings.</summary>
    public async Task EditAsync(string title, string text)
    {
        await Row(title).ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = title }).FillAsync(text);
        await PressAsync("Save");
        await Assertions.Expect(Row(title)).ToContainTextAsync(text);
    }

    /// <summary>Switches a setting and waits until it is so.</summary>
    public async Task SwitchAsync(string name, bool on)
    {
        var setting = Page.GetByRole(AriaRole.Switch, new() { Name = name, Exact = true });
        await setting.ClickAsync();
        await Assertions.Expect(setting).ToBeCheckedAsync(new() { Checked = on });
    }

    public async Task SendAsync(string text)
    {
        await Input.FillAsync(text);
        await Input.PressAsync("Enter");
    }

    /// <summary>Chooses from the menu of a message: a sheet on a phone, elsewhere what a right click opens.</summary>
    public async Task ActAsync(string text, string action)
    {
        await OpenMenuAsync(text);
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = action, Exact = true })
            .Or(Page.Locator(".van-action-sheet").GetByRole(AriaRole.Button, new() { Name = action, Exact = true }))
            .ClickAsync();
    }

    public Task OpenMenuAsync(string text) => Message(text).First.Locator(".bubble").ClickAsync(new() { Button = MouseButton.Right });

    /// <summary>A line about the chat: a notification, or that a message was recalled.</summary>
    public ILocator Notice(string text) => Messages.Locator("[data-notice]").Filter(new() { HasText = text });

    /// <summary>Sends a file as if it was chosen: <c>media</c> or <c>file</c>.</summary>
    public Task AttachAsync(string kind, string name, string mimeType, byte[] content) => Page.SetInputFilesAsync(
        $"[data-input={kind}]", new FilePayload { Name = name, MimeType = mimeType, Buffer = content });

    public async Task AssertFitsAsync() => Assert.True(
        await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
        "The page is wider than its window.");

    /// <summary>Keeps a picture for whoever looks at the build.</summary>
    public Task ScreenshotAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Artifacts, name + ".png") });

    /// <summary>The page has logged no error, has thrown nothing, and has asked nobody but the gateway.</summary>
    public void AssertNoProblems() => Assert.Empty(_problems);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
