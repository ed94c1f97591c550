using System.Net;
using System.Text.Json;
using OpenIM.SignalR.Sandbox;
using static OpenIM.SignalR.Unit.Sandbox.ObjectClient;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class UploadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(5 << 20)]
    [InlineData((5 << 20) + 1)]
    [InlineData((12 << 20) + 7)]
    public async Task A_file_comes_back_byte_by_byte_whatever_parts_it_went_in(int length)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = RandomBytes(length);

        var answer = await alice.UploadAsync("alice/file.bin", file);

        Assert.Equal(
            $"{sandbox.Server.ApiAddress}object/alice/file.bin",
            answer.GetProperty("data").GetProperty("url").GetString());
        Assert.Equal(file, await alice.DownloadAsync("alice/file.bin"));
    }

    [Fact]
    public async Task Signatures_can_be_asked_for_part_by_part()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = RandomBytes(6_000_000);
        var upload = UploadOf(await alice.InitiateAsync("alice/a", file, maxParts: 0));
        var uploadID = IDOf(upload);

        foreach (var partNumber in new[] { 2, 1 })
        {
            var sign = (await alice.CallAsync("auth_sign", new { uploadID, partNumbers = new[] { partNumber } }))
                .GetProperty("data");
            using var put = await alice.PutAsync(
                UrlsOf(sign).Single(), PartsOf(file)[partNumber - 1]);
            Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        }

        Assert.Equal(JsonValueKind.Null, upload.GetProperty("sign").ValueKind);
        Assert.Equal(0, CodeOf(await alice.CompleteAsync(uploadID, "alice/a", file)));
        Assert.Equal(file, await alice.DownloadAsync("alice/a"));
    }

    [Fact]
    public async Task Only_as_many_signatures_are_given_as_there_are_parts()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = RandomBytes(6_000_000);

        var one = UploadOf(await alice.InitiateAsync("alice/a", file, maxParts: 1));

        Assert.Single(UrlsOf(one.GetProperty("sign")));
        Assert.Equal(500, CodeOf(await alice.InitiateAsync("alice/a", file, maxParts: 3)));
    }

    [Fact]
    public async Task A_single_file_that_is_not_the_announced_one_is_refused_and_the_right_one_may_follow()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = RandomBytes(1000);
        var upload = UploadOf(await alice.InitiateAsync("alice/a", file));
        var url = UrlsOf(upload.GetProperty("sign")).Single();

        var nothing = await alice.CompleteAsync(IDOf(upload), "alice/a", file);
        (await alice.PutAsync(url, RandomBytes(1000))).Dispose();
        var otherBytes = await alice.CompleteAsync(IDOf(upload), "alice/a", file);
        (await alice.PutAsync(url, file[..999])).Dispose();
        var otherSize = await alice.CompleteAsync(IDOf(upload), "alice/a", file);
        (await alice.PutAsync(url, file)).Dispose();
        var right = await alice.CompleteAsync(IDOf(upload), "alice/a", file);

        Assert.Equal([500, 1001, 500, 0], [CodeOf(nothing), CodeOf(otherBytes), CodeOf(otherSize), CodeOf(right)]);
        Assert.Equal(file, await alice.DownloadAsync("alice/a"));
        Assert.Equal(1000, BlobsOf(sandbox).Used);
    }

    [Fact]
    public async Task Parts_that_are_missing_other_or_too_small_do_not_make_a_file()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = RandomBytes(6_000_000);
        var upload = UploadOf(await alice.InitiateAsync("alice/a", file));
        var urls = UrlsOf(upload.GetProperty("sign"));
        var parts = PartsOf(file);

        (await alice.PutAsync(urls[0], parts[0])).Dispose();
        var missing = await alice.CompleteAsync(IDOf(upload), "alice/a", file);
        (await alice.PutAsync(urls[1], parts[0])).Dispose();
        var other = await alice.CompleteAsync(IDOf(upload), "alice/a", file);
        (await alice.PutAsync(urls[1], parts[1])).Dispose();
        var right = await alice.CompleteAsync(IDOf(upload), "alice/a", file);

        Assert.Equal([500, 500, 0], [CodeOf(missing), CodeOf(other), CodeOf(right)]);
    }

    [Fact]
    public async Task What_is_no_part_is_refused_before_it_is_read()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var upload = UploadOf(await alice.InitiateAsync("alice/a", RandomBytes(6_000_000), maxParts: 0));
        var sign = (await alice.CallAsync("auth_sign", new { uploadID = IDOf(upload), partNumbers = new[] { 1, 3 } }))
            .GetProperty("data");
        var urls = UrlsOf(sign);

        using var larger = await alice.PutAsync(urls[0], new byte[PartSizes.Min + 1]);
        using var third = await alice.PutAsync(urls[1], new byte[1]);
        using var chunked = await alice.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Put, urls[0])
            {
                Content = new StreamContent(new MemoryStream(new byte[1])),
                Headers = { TransferEncodingChunked = true },
            },
            Cancel);

        Assert.Equal("EntityTooLarge", await RefusalOf(larger, HttpStatusCode.BadRequest));
        Assert.Equal("InvalidArgument", await RefusalOf(third, HttpStatusCode.BadRequest));
        Assert.Equal("MissingContentLength", await RefusalOf(chunked, HttpStatusCode.LengthRequired));
        Assert.Equal(0, BlobsOf(sandbox).Used);
    }

    [Fact]
    public async Task A_part_that_is_not_as_its_Content_MD5_says_is_not_kept()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = RandomBytes(1000);
        var url = UrlsOf(UploadOf(await alice.InitiateAsync("alice/a", file)).GetProperty("sign")).Single();

        using var wrong = await alice.PutAsync(url, file, MD5Of([1, 2, 3]));
        using var right = await alice.PutAsync(url, file, MD5Of(file));

        Assert.Equal("BadDigest", await RefusalOf(wrong, HttpStatusCode.BadRequest));
        Assert.Equal($"\"{MD5Of(file)}\"", right.Headers.ETag?.Tag);
        Assert.Equal(1000, BlobsOf(sandbox).Used);
    }

    [Theory]
    [InlineData("partNumber=1", "partNumber=2")]
    [InlineData("expires=", "expires=9")]
    [InlineData("signature=", "signature=A")]
    [InlineData("signature=", "nothing=")]
    public async Task A_changed_url_is_worth_nothing(string part, string changed)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");
        var file = RandomBytes(1000);
        var url = UrlsOf(UploadOf(await alice.InitiateAsync("alice/a", file)).GetProperty("sign")).Single();

        using var response = await alice.PutAsync(url.Replace(part, changed, StringComparison.Ordinal), file);

        Assert.Equal("SignatureDoesNotMatch", await RefusalOf(response, HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task Many_who_upload_the_same_file_at_once_all_have_it_and_it_is_kept_once()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var file = RandomBytes(300_000);
        using var first = await ObjectClient.LoginAsync(sandbox, "user0");
        var clients = new List<ObjectClient>();
        for (var i = 0; i < 8; i++)
            clients.Add(await ObjectClient.LoginAsync(sandbox, $"user{i}"));
        var uploads = await Task.WhenAll(
            clients.Select(async (client, i) => UploadOf(await client.InitiateAsync($"user{i}/a", file))));

        var answers = await Task.WhenAll(clients.Select(async (client, i) =>
        {
            (await client.PutAsync(UrlsOf(uploads[i].GetProperty("sign")).Single(), file)).Dispose();
            return await client.CompleteAsync(IDOf(uploads[i]), $"user{i}/a", file);
        }));

        Assert.All(answers, answer => Assert.Equal(0, CodeOf(answer)));
        for (var i = 0; i < clients.Count; i++)
            Assert.Equal(file, await clients[i].DownloadAsync($"user{i}/a"));
        Assert.Equal(file.Length, BlobsOf(sandbox).Used);
        Assert.Equal(
            JsonValueKind.Null,
            (await first.InitiateAsync("user0/b", file)).GetProperty("data").GetProperty("upload").ValueKind);
        clients.ForEach(client => client.Dispose());
    }

    [Theory]
    [InlineData("e30")] // {}
    [InlineData("bnVsbA")] // null
    [InlineData("eyJUeXBlIjo3LCJJRCI6IiIsIlNpemUiOjEsIkhhc2giOiIifQ")] // {"Type":7,"ID":"","Size":1,"Hash":""}
    [InlineData("ä")]
    [InlineData("")]
    public async Task Ids_that_the_server_never_gave_are_refused(string id)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var alice = await ObjectClient.LoginAsync(sandbox, "alice");

        Assert.Equal(500, CodeOf(await alice.CompleteAsync(id, "alice/a", [1])));
        Assert.Equal(500, CodeOf(await alice.CallAsync("auth_sign", new { uploadID = id, partNumbers = new[] { 1 } })));
        Assert.Equal(1001, CodeOf(await alice.CallAsync("complete_form_data", new { id })));
    }

    [Fact]
    public async Task A_proxy_says_under_which_address_it_is_reached()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = sandbox.Server.ApiAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/object/initiate_multipart_upload")
        {
            Content = new StringContent(JsonSerializer.Serialize(new
            {
                hash = new string('a', 32), size = 1, maxParts = -1, name = "alice/a",
            })),
            Headers =
            {
                { "operationID", "test" },
                { "token", await sandbox.LoginAsync("alice") },
                { "X-Request-Api", "https://im.example.com/api/" },
            },
        };

        using var response = await http.SendAsync(request, Cancel);

        var upload = UploadOf(JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancel)));
        Assert.StartsWith(
            "https://im.example.com/api/sandbox-storage/upload/",
            UrlsOf(upload.GetProperty("sign")).Single(),
            StringComparison.Ordinal);
    }
}
