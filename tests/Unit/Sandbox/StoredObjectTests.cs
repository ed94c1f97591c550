using System.Net;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Extensions.DependencyInjection;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class StoredObjectTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openim-signalr-test-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "sandbox.db");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_does_not_fit_is_refused_and_what_is_there_stays(bool inFile)
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            new() { MaxObjectBytes = 100_000, File = inFile ? Path : null });
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = ObjectClient.RandomBytes(60_000);
        await alice.UploadAsync("alice/a", file);
        var other = ObjectClient.RandomBytes(60_000);
        var upload = ObjectClient.UploadOf(await alice.InitiateAsync("alice/b", other));

        using var response = await alice.PutAsync(
            ObjectClient.UrlsOf(upload.GetProperty("sign")).Single(), other);
        await alice.UploadAsync("alice/c", ObjectClient.RandomBytes(40_000));

        Assert.Equal("XMinioStorageFull", await ObjectClient.RefusalOf(response, HttpStatusCode.InsufficientStorage));
        Assert.Equal(file, await alice.DownloadAsync("alice/a"));
        Assert.Equal(100_000, ObjectClient.BlobsOf(sandbox).Used);
    }

    [Fact]
    public async Task Parts_that_nobody_completes_within_a_day_are_given_up_and_their_bytes_freed()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        await using var sandbox = await RunningSandbox.StartAsync(new() { TimeProvider = time });
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = ObjectClient.RandomBytes(6_000_000);
        var upload = ObjectClient.UploadOf(await alice.InitiateAsync("alice/a", file));
        var url = ObjectClient.UrlsOf(upload.GetProperty("sign"))[1];
        (await alice.PutAsync(url, ObjectClient.PartsOf(file)[1])).Dispose();
        var used = ObjectClient.BlobsOf(sandbox).Used;

        time.Advance(TimeSpan.FromHours(24));
        sandbox.Server.Services.GetRequiredService<PendingUploads>().EndExpired();
        using var late = await alice.PutAsync(url, ObjectClient.PartsOf(file)[1]);

        Assert.Equal(6_000_000 - PartSizes.Min, used);
        Assert.Equal(0, ObjectClient.BlobsOf(sandbox).Used);
        Assert.Equal("AccessDenied", await ObjectClient.RefusalOf(late, HttpStatusCode.Forbidden));
        Assert.Equal(
            500, ObjectClient.CodeOf(await alice.CompleteAsync(ObjectClient.IDOf(upload), "alice/a", file)));
    }

    [Fact]
    public async Task A_client_that_ends_in_the_middle_leaves_nothing_behind()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = ObjectClient.RandomBytes(1_000_000);
        var url = new Uri(ObjectClient.UrlsOf(
            ObjectClient.UploadOf(await alice.InitiateAsync("alice/a", file)).GetProperty("sign")).Single());
        var blobs = ObjectClient.BlobsOf(sandbox);
        using (var socket = new System.Net.Sockets.TcpClient(url.Host, url.Port))
        {
            var head = $"PUT {url.PathAndQuery} HTTP/1.1\r\nHost: a\r\nContent-Length: {file.Length}\r\n\r\n";
            await socket.GetStream().WriteAsync(RunningSandbox.Text(head), TestContext.Current.CancellationToken);
            await socket.GetStream().WriteAsync(file.AsMemory(0, 300_000), TestContext.Current.CancellationToken);
            await UntilAsync(() => blobs.Lengths().Count > 0 && blobs.Used == file.Length);
        }

        await UntilAsync(() => blobs.Used == 0 && blobs.Lengths().Count == 0);
    }

    [Fact]
    public async Task Files_addresses_and_unfinished_uploads_outlive_the_Sandbox()
    {
        var (file, big) = (ObjectClient.RandomBytes(200_000), ObjectClient.RandomBytes(6_000_000));
        string uploadID, address;
        List<string> urls;
        await using (var sandbox = await RunningSandbox.StartAsync(new() { File = Path }))
        {
            using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
            await alice.UploadAsync("alice/a", file, "text/plain");
            address = await alice.UrlOfAsync("alice/a");
            var upload = ObjectClient.UploadOf(await alice.InitiateAsync("alice/big", big));
            (uploadID, urls) = (ObjectClient.IDOf(upload), ObjectClient.UrlsOf(upload.GetProperty("sign")));
            (await alice.PutAsync(urls[0], ObjectClient.PartsOf(big)[0])).Dispose();
            // What a crash in the middle of a request leaves.
            sandbox.Server.Services.GetRequiredService<IObjectBytes>().Append("lost", 0, [1, 2, 3]);
        }

        await using (var sandbox = await RunningSandbox.StartAsync(new() { File = Path }))
        {
            using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
            string Moved(string url) => new UriBuilder(url) { Port = sandbox.Server.ApiAddress.Port }.Uri.AbsoluteUri;

            Assert.Equal(200_000 + PartSizes.Min, ObjectClient.BlobsOf(sandbox).Used);
            (await alice.PutAsync(Moved(urls[1]), ObjectClient.PartsOf(big)[1])).Dispose();
            Assert.Equal(0, ObjectClient.CodeOf(await alice.CompleteAsync(uploadID, "alice/big", big)));
            Assert.Equal(big, await alice.DownloadAsync("alice/big"));
            Assert.Equal(file, await alice.DownloadAsync("alice/a"));
            using var old = await alice.GetAsync(Moved(address));
            Assert.Equal(HttpStatusCode.OK, old.StatusCode);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }
}
