using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class DownloadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("alice/a b+c.txt")]
    [InlineData("alice/grüße & 文件 #1?.txt")]
    [InlineData("alice/100%25.txt")]
    [InlineData("alice/deep/er/\"quoted\";.txt")]
    [InlineData("alice/\u0001\r\nSet-Cookie: a=b")]
    [InlineData("alice/")]
    public async Task Odd_names_lead_to_their_file(string name)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = ObjectClient.RandomBytes(100);
        await alice.UploadAsync(name, file, "text/plain; charset=utf-8");

        using var redirect = await alice.GetAsync($"{sandbox.Server.ApiAddress}object/{Escaped(name)}");
        using var whole = await alice.GetAsync(
            $"{sandbox.Server.ApiAddress}object/{Uri.EscapeDataString(name)}"); // the slash as well

        Assert.Equal(HttpStatusCode.Redirect, redirect.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, whole.StatusCode);
        using var response = await alice.GetAsync(redirect.Headers.Location!.AbsoluteUri);
        Assert.Equal(file, await response.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData(0, 9)]
    [InlineData(65_530, 65_545)] // over a chunk's end
    [InlineData(5_242_870, 5_242_890)] // over a part's end
    [InlineData(5_999_990, 5_999_999)]
    [InlineData(null, 10)] // the last ten
    [InlineData(5_999_000, null)]
    public async Task A_range_is_what_stands_there_in_the_file(int? from, int? to)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = ObjectClient.RandomBytes(6_000_000);
        await alice.UploadAsync("alice/a", file);

        using var response = await alice.GetAsync(
            await alice.UrlOfAsync("alice/a"), new RangeHeaderValue(from, to));

        var start = from ?? file.Length - to!.Value;
        var end = from is null ? file.Length : (to ?? file.Length - 1) + 1;
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(file[start..end], await response.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task A_range_beyond_the_end_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        await alice.UploadAsync("alice/a", [1, 2, 3]);

        using var response = await alice.GetAsync(
            await alice.UrlOfAsync("alice/a"), new RangeHeaderValue(3, 5));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
    }

    [Fact]
    public async Task Head_tells_of_the_file_without_its_bytes_and_a_known_tag_saves_them()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = ObjectClient.RandomBytes(70_000);
        await alice.UploadAsync("alice/a.png", file, "image/png");
        var url = await alice.UrlOfAsync("alice/a.png");

        using var head = await alice.GetAsync(url, method: HttpMethod.Head);
        alice.Http.DefaultRequestHeaders.IfNoneMatch.Add(head.Headers.ETag!);
        using var again = await alice.GetAsync(url);

        Assert.Equal(70_000, head.Content.Headers.ContentLength);
        Assert.Equal("image/png", head.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", head.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("text/html\r\nX-A: b", "application/octet-stream")]
    [InlineData("grün", "application/octet-stream")]
    [InlineData("no type", "application/octet-stream")]
    [InlineData("", "application/octet-stream")]
    [InlineData("audio/ogg", "audio/ogg")]
    public async Task A_type_that_is_none_is_not_repeated(string given, string served)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        await alice.UploadAsync("alice/a", [1, 2, 3], given);

        using var response = await alice.GetAsync(await alice.UrlOfAsync("alice/a"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(served, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_address_is_good_for_a_week_and_for_its_file_only()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        await using var sandbox = await RunningSandbox.StartAsync(new() { TimeProvider = time });
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        await alice.UploadAsync("alice/a", [1, 2, 3], "text/plain");
        var url = await alice.UrlOfAsync("alice/a");

        using var forged = await alice.GetAsync(url.Replace("text", "html", StringComparison.Ordinal));
        time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        using var inTime = await alice.GetAsync(url);
        time.Advance(TimeSpan.FromSeconds(1));
        using var late = await alice.GetAsync(url);

        Assert.Equal("SignatureDoesNotMatch", await ObjectClient.RefusalOf(forged, HttpStatusCode.Forbidden));
        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
        Assert.Equal("AccessDenied", await ObjectClient.RefusalOf(late, HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task An_image_is_shown_and_what_is_none_is_not_made_smaller()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        byte[] image = [0x89, .. "PNG\r\n\u001a\n"u8, .. ObjectClient.RandomBytes(100)];
        await alice.UploadAsync("alice/image", image);
        await alice.UploadAsync("alice/text", Encoding.UTF8.GetBytes("no image at all"));
        const string Query = "?type=image&width=100&height=100&format=png";

        using var redirect = await alice.GetAsync($"{sandbox.Server.ApiAddress}object/alice/image{Query}");
        using var response = await alice.GetAsync(redirect.Headers.Location!.AbsoluteUri);
        using var text = await alice.GetAsync($"{sandbox.Server.ApiAddress}object/alice/text{Query}");
        using var video = await alice.GetAsync($"{sandbox.Server.ApiAddress}object/alice/image?type=video");

        Assert.Equal("image/png", response.Content.Headers.ContentType?.MediaType);
        Assert.Null(response.Content.Headers.ContentDisposition);
        Assert.Equal(image, await response.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(HttpStatusCode.InternalServerError, text.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, video.StatusCode);
    }

    [Theory]
    [InlineData("DELETE", "/sandbox-storage/object/a", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/sandbox-storage/upload/a", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/sandbox-storage/object/a", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/sandbox-storage", HttpStatusCode.NotFound)]
    [InlineData("POST", "/sandbox-storage/form/a", HttpStatusCode.NotFound)]
    [InlineData("OPTIONS", "/sandbox-storage/upload/a", HttpStatusCode.OK)]
    [InlineData("GET", "/object", HttpStatusCode.NotFound)]
    [InlineData("GET", "/Object/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/object/%", HttpStatusCode.NotFound)]
    [InlineData("GET", "/object/a%2F..%2Fb?type&type=image", HttpStatusCode.NotFound)]
    [InlineData("HEAD", "/object/a", HttpStatusCode.NotFound)]
    public async Task The_storage_answers_strangers_and_pages_of_all_origins(
        string method, string path, HttpStatusCode status)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");

        using var response = await alice.GetAsync(
            new Uri(sandbox.Server.ApiAddress, path).AbsoluteUri, method: new HttpMethod(method));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    private static string Escaped(string name) => string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
}
