using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>A user who uploads files, step by step as the SDK does it.</summary>
internal sealed class ObjectClient : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly RunningSandbox _sandbox;
    private readonly string _token;

    private ObjectClient(RunningSandbox sandbox, string token) => (_sandbox, _token) = (sandbox, token);

    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    public static async Task<ObjectClient> LoginAsync(RunningSandbox sandbox, string userID) =>
        new(sandbox, await sandbox.LoginAsync(userID));

    public static async Task<ObjectClient> AdminAsync(RunningSandbox sandbox) =>
        new(sandbox, await sandbox.AdminAsync());

    public static byte[] RandomBytes(int length) => RandomNumberGenerator.GetBytes(length);

#pragma warning disable CA5351 // What the SDK tells parts apart by.
    public static string MD5Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351

    public static List<byte[]> PartsOf(byte[] file) => [.. file.Chunk((int)PartSizes.Min)];

    public static string HashOf(byte[] file) => FileAssembly.HashOf(PartsOf(file).Select(part => MD5Of(part)));

    public Task<JsonElement> CallAsync(string function, object body) =>
        _sandbox.PostAsync($"/object/{function}", body, _token);

    public Task<JsonElement> InitiateAsync(string name, byte[] file, string contentType = "", int maxParts = -1) =>
        CallAsync("initiate_multipart_upload", new
        {
            hash = HashOf(file), size = file.Length, partSize = PartSizes.Min, maxParts, name, contentType,
        });

    public Task<JsonElement> CompleteAsync(string uploadID, string name, byte[] file, string contentType = "") =>
        CallAsync("complete_multipart_upload", new
        {
            uploadID, name, contentType, parts = PartsOf(file).Select(part => MD5Of(part)),
        });

    /// <summary>The signed URLs of an upload's parts, in order.</summary>
    public static List<string> UrlsOf(JsonElement sign) =>
    [
        .. sign.GetProperty("parts").EnumerateArray().Select(part =>
            part.GetProperty("url").GetString() is { Length: > 0 } url
                ? url
                : sign.GetProperty("url").GetString() + "?" + string.Join('&', Pairs(sign).Concat(Pairs(part)))),
    ];

    public async Task<HttpResponseMessage> PutAsync(string url, byte[] bytes, string? md5 = null)
    {
        using var content = new ByteArrayContent(bytes);
        if (md5 is not null)
            content.Headers.ContentMD5 = Convert.FromHexString(md5);
        return await Http.PutAsync(new Uri(url), content, Cancel);
    }

    /// <summary>Puts all parts, the last one first, and completes.</summary>
    public async Task<JsonElement> UploadAsync(string name, byte[] file, string contentType = "")
    {
        var upload = (await InitiateAsync(name, file, contentType)).GetProperty("data").GetProperty("upload");
        foreach (var (url, part) in UrlsOf(upload.GetProperty("sign")).Zip(PartsOf(file)).Reverse())
            (await PutAsync(url, part)).EnsureSuccessStatusCode();
        return await CompleteAsync(upload.GetProperty("uploadID").GetString()!, name, file, contentType);
    }

    /// <summary>The direct URL of an object.</summary>
    public async Task<string> UrlOfAsync(string name) => (await CallAsync("access_url", new { name }))
        .GetProperty("data").GetProperty("url").GetString()!;

    public async Task<HttpResponseMessage> GetAsync(
        string url, RangeHeaderValue? range = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, url);
        request.Headers.Range = range;
        return await Http.SendAsync(request, Cancel);
    }

    public async Task<byte[]> DownloadAsync(string name)
    {
        using var response = await GetAsync(await UrlOfAsync(name));
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(Cancel);
    }

    public static ObjectBlobs BlobsOf(RunningSandbox sandbox) =>
        sandbox.Server.Services.GetRequiredService<ObjectBlobs>();

    public static JsonElement UploadOf(JsonElement answer) => answer.GetProperty("data").GetProperty("upload");

    public static string IDOf(JsonElement upload) => upload.GetProperty("uploadID").GetString()!;

    public static int CodeOf(JsonElement answer) => answer.GetProperty("errCode").GetInt32();

    /// <summary>The code in a refusal of the storage.</summary>
    public static async Task<string> RefusalOf(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        var error = XElement.Parse(await response.Content.ReadAsStringAsync(Cancel));
        return error.Element("Code")!.Value;
    }

    public void Dispose() => Http.Dispose();

    private static IEnumerable<string> Pairs(JsonElement sign) => sign.GetProperty("query").EnumerateArray()
        .Select(pair => (Key: pair.GetProperty("key"), Value: pair.GetProperty("values")[0].GetString()!))
        .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}");
}
