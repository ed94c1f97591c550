using System.Buffers.Binary;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenIM.SignalR.Browser;

/// <summary>Pictures and files: uploaded to OpenIM by the page itself, with progress.</summary>
public sealed partial class FileTests(BrowserFixture fixture)
{
    private const string Storage = "**/sandbox-storage/upload/**";

    /// <summary>OpenIM takes files in parts of this size.</summary>
    private const int PartSize = 5 << 20;

    public static TheoryData<string> Looks => [.. PageLook.All.Select(look => look.Name)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_picture_shows_its_progress_and_then_itself_on_both_pages(string lookName)
    {
        var look = PageLook.Of(lookName);
        await using var left = await OpenAsync("one", look);
        await using var right = await OpenAsync("other", look);
        await left.Page.StartChatAsync(right.UserId);
        var picture = Picture(width: 1600, height: 1200);
        // Between its first and its last part.
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await left.Page.Page.RouteAsync(LastPart(), async route =>
        {
            await last.Task;
            await route.ContinueAsync();
        });

        await left.Page.AttachAsync("media", "sunset.bmp", "image/bmp", picture);
        var progress = left.Page.Messages.GetByRole(AriaRole.Progressbar);
        await Expect(progress).ToHaveAttributeAsync(
            "aria-valuenow", $"{Math.Round(100.0 * PartSize / picture.Length)}", new() { Timeout = 30_000 });
        await left.Page.ScreenshotAsync($"{look.Name}-uploading");
        last.SetResult();

        await Expect(progress).ToHaveCountAsync(0);
        await right.Page.OpenConversationAsync(left.UserId);
        var shown = right.Page.Messages.GetByRole(AriaRole.Img, new() { Name = "Picture" });
        await Expect(shown).ToBeVisibleAsync();
        await Expect(shown).ToHaveJSPropertyAsync("naturalWidth", 1600);
        await right.Page.ScreenshotAsync($"{look.Name}-picture");
        await right.Page.AssertFitsAsync();
        await right.Page.Page.GetByRole(AriaRole.Button, new() { Name = "Enlarge the picture" }).ClickAsync();
        await Expect(right.Page.Page.Locator(".van-image-preview img")).ToBeVisibleAsync();
        await Expect(left.Page.Messages.Locator("[data-state=read]")).ToBeVisibleAsync();
        left.Page.AssertNoProblems();
        right.Page.AssertNoProblems();
    }

    [Fact]
    public async Task An_upload_is_canceled_and_one_that_failed_is_sent_again()
    {
        await using var left = await OpenAsync("one");
        await using var right = await OpenAsync("other");
        await left.Page.StartChatAsync(right.UserId);
        var content = new byte[70_000];
        Random.Shared.NextBytes(content);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await left.Page.Page.RouteAsync(Storage, async route =>
        {
            await answer.Task;
            await route.FulfillAsync(new() { Status = 403, Headers = [new("Access-Control-Allow-Origin", "*")] });
        });

        await left.Page.AttachAsync("file", "secret.txt", "text/plain", content);
        await left.Page.Message("secret.txt").GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(left.Page.Message("secret.txt")).ToHaveCountAsync(0);

        answer.SetResult();
        await left.Page.AttachAsync("file", "minutes of the meeting.txt", "text/plain", content);
        await Expect(left.Page.State("minutes", "failed")).ToBeVisibleAsync();
        await Expect(left.Page.Page.GetByText("The storage refuses the file (403).")).ToBeVisibleAsync();
        await left.Page.ScreenshotAsync("desktop-light-upload-failed");
        await left.Page.Page.UnrouteAsync(Storage);
        await left.Page.State("minutes", "failed").ClickAsync();
        await Expect(left.Page.State("minutes", "sent")).ToBeVisibleAsync();

        await right.Page.OpenConversationAsync(left.UserId);
        await Expect(right.Page.Message("minutes of the meeting.txt")).ToContainTextAsync("70 kB");
        await Expect(right.Page.Messages.Locator("article")).ToHaveCountAsync(1);
        var url = await right.Page.Message("minutes").GetByRole(AriaRole.Link).GetAttributeAsync("href");
        using var http = new HttpClient();
        Assert.Equal(content, await http.GetByteArrayAsync(new Uri(url!), Cancel));
        right.Page.AssertNoProblems();
    }

    [Fact]
    public async Task A_file_that_is_dropped_on_a_chat_is_sent_when_that_is_meant()
    {
        await using var left = await OpenAsync("one");
        await using var right = await OpenAsync("other");
        await left.Page.StartChatAsync(right.UserId);
        var dropped = await left.Page.Page.EvaluateHandleAsync("""
            () => {
              const data = new DataTransfer();
              data.items.add(new File(['dropped by hand'], 'dropped.txt', { type: 'text/plain' }));
              return data;
            }
            """);
        var chat = left.Page.Page.GetByRole(AriaRole.Region, new() { Name = $"Chat with {right.UserId}" });

        await chat.DispatchEventAsync("dragover", new { dataTransfer = dropped });
        await Expect(left.Page.Page.GetByText("Drop files to send them")).ToBeVisibleAsync();
        await left.Page.ScreenshotAsync("desktop-light-drop");
        await chat.DispatchEventAsync("drop", new { dataTransfer = dropped });
        var question = left.Page.Page.GetByRole(AriaRole.Dialog).Filter(new() { HasText = "Send this file?" });
        await Expect(question).ToContainTextAsync("dropped.txt (15 B)");
        await question.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(question).ToBeHiddenAsync();
        await Expect(left.Page.Message("dropped.txt")).ToHaveCountAsync(0);

        await chat.DispatchEventAsync("drop", new { dataTransfer = dropped });
        await question.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await right.Page.OpenConversationAsync(left.UserId);
        await Expect(right.Page.Message("dropped.txt")).ToBeVisibleAsync();
        left.Page.AssertNoProblems();
    }

    // Only the small one goes through the test: a browser is slow with what it shows to somebody first.
    [GeneratedRegex("/sandbox-storage/upload/.*partNumber=2", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastPart();

    /// <summary>A bitmap: of all picture formats the one that needs no compression. Larger than a part, and no two alike.</summary>
    private static byte[] Picture(int width, int height)
    {
        const int header = 54;
        var bytes = new byte[header + (width * height * 3)];
        "BM"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(2), bytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(10), header);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(22), height);
        bytes[26] = 1;
        bytes[28] = 24;
        var tone = Random.Shared.Next(200);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = header + (((y * width) + x) * 3);
                bytes[at] = (byte)(y * 255 / height);
                bytes[at + 1] = (byte)((x * 160 / width) + (tone / 4));
                bytes[at + 2] = (byte)(255 - (y * 120 / height));
            }
        }

        return bytes;
    }

    private async Task<User> OpenAsync(string name, PageLook? look = null)
    {
        var userId = await fixture.Accounts.RegisterAsync(name, Cancel);
        var token = await fixture.Accounts.TokenAsync(userId, Cancel);
        return new(userId, await ChatPage.OpenAsync(fixture.Chromium, fixture.Gateway.Page, (userId, token), look));
    }

    private sealed record User(string UserId, ChatPage Page) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Page.DisposeAsync();
    }
}
