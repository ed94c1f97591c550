using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace OpenIM.SignalR.Unit.Sandbox.Fuzzing;

/// <summary>
/// Uploads and downloads by signed addresses, which random addresses would never get past: the signature is asked for,
/// and then the body, or the address, is not what was announced.
/// </summary>
internal sealed class StorageFuzzing(FuzzWorld world, Random random, ConcurrentDictionary<string, int> outcomes)
{
    private static readonly string[] Ranges =
        ["bytes=0-", "bytes=5-2", "bytes=-3", "bytes=0-0,2-3", "x", "bytes=9999999999999-"];

    private readonly FuzzValues _values = world.Values(random);
    private string _admin = "";
    private string _form = "";
    private int _count;

    public async Task SendOneAsync(CancellationToken cancellationToken)
    {
        if (_count++ % 100 == 0)
            _admin = await world.AdminAsync();
        using var request = random.Next(3) switch
        {
            0 => await FormAsync(), 1 => await PartAsync(), _ => await DownloadAsync(),
        };
        if (request is null)
            return;
        try
        {
            request.Headers.ConnectionClose = _values.Chance(10);
            using var response = await world.Http.SendAsync(request, cancellationToken);
            if ((int)response.StatusCode >= 500)
                world.Faults.Add($"{request.Method} {request.RequestUri}: {response.StatusCode}");
            await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (request.Method == HttpMethod.Post && response.IsSuccessStatusCode)
                await world.PostAsync("/object/complete_form_data", new { id = _form }, _admin);
            outcomes.AddOrUpdate(
                $"signed address: {request.Method} {(int)response.StatusCode}", 1, static (_, count) => count + 1);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            world.Faults.Add($"{request.Method} {request.RequestUri} hung");
        }
        catch (HttpRequestException) when (request.Content is not null)
        {
            // Refused before all of the body was sent, which ends the connection.
        }
    }

    private async Task<HttpRequestMessage?> FormAsync()
    {
        var size = random.Next(1, 2000);
        var started = await world.PostAsync(
            "/object/initiate_form_data",
            new { name = $"imAdmin/{random.Next(50)}.png", size, contentType = "image/png" },
            _admin);
        if (!started.TryGetProperty("data", out var data))
            return null;
        _form = data.GetProperty("id").GetString()!;
        var form = new StringBuilder();
        foreach (var field in data.GetProperty("formData").EnumerateObject())
            form.Append($"--x\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n")
                .Append(_values.Chance(95) ? field.Value.GetString() : _values.Anything()).Append("\r\n");
        form.Append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n")
            .Append('y', _values.Chance(70) ? size : random.Next(2000)).Append("\r\n--x--\r\n");
        var bytes = Encoding.UTF8.GetBytes(form.ToString());
        return Request(HttpMethod.Post, data.GetProperty("url").GetString()!, bytes, "multipart/form-data; boundary=x");
    }

    private async Task<HttpRequestMessage?> PartAsync()
    {
        var size = random.Next(1, 3000);
        var started = await world.PostAsync(
            "/object/initiate_multipart_upload",
            new
            {
                hash = $"{random.NextInt64():x16}{random.NextInt64():x16}", size, partSize = 1 << 20, maxParts = 1,
                cause = "", name = $"imAdmin/{random.Next(50)}.bin", contentType = "x/y",
            },
            _admin);
        if (!started.TryGetProperty("data", out var data)
            || data.GetProperty("upload") is not { ValueKind: JsonValueKind.Object } upload)
            return null;
        var sign = upload.GetProperty("sign");
        var part = sign.GetProperty("parts")[0];
        var url = new StringBuilder(
            part.GetProperty("url").GetString() is { Length: > 0 } own ? own : sign.GetProperty("url").GetString()!);
        var separator = url.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var list in new[] { sign.GetProperty("query"), part.GetProperty("query") })
            if (list.ValueKind == JsonValueKind.Array)
                foreach (var pair in list.EnumerateArray())
                {
                    url.Append(separator).Append(pair.GetProperty("key").GetString()).Append('=')
                        .Append(Uri.EscapeDataString(pair.GetProperty("values")[0].GetString()!));
                    separator = '&';
                }
        var request = Request(HttpMethod.Put, url.ToString(), new FuzzBytes(random, _values).Noise(size + 2), "x/y");
        if (_values.Chance(20))
            request.Headers.TransferEncodingChunked = true;
        if (_values.Chance(20))
            request.Content!.Headers.TryAddWithoutValidation("Content-MD5", _values.Anything().Trim('\0'));
        return request;
    }

    private async Task<HttpRequestMessage?> DownloadAsync()
    {
        var found = await world.PostAsync(
            "/object/access_url",
            new { name = $"imAdmin/{random.Next(50)}.png" },
            _admin);
        if (!found.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
            return null;
        var request = Request(HttpMethod.Get, data.GetProperty("url").GetString()!, null, "");
        request.Headers.TryAddWithoutValidation("Range", Ranges[random.Next(Ranges.Length)]);
        return request;
    }

    private HttpRequestMessage Request(HttpMethod method, string url, byte[]? body, string contentType)
    {
        if (_values.Chance(15))
        {
            var address = Encoding.ASCII.GetBytes(new Uri(url).PathAndQuery);
            address[random.Next(1, address.Length)] = (byte)random.Next('0', 'z');
            url = new Uri(world.Server.ApiAddress, Encoding.ASCII.GetString(address)).ToString();
        }
        var request = new HttpRequestMessage(_values.Chance(97) ? method : HttpMethod.Delete, url);
        if (body is null)
            return request;
        request.Content = new ByteArrayContent(
            _values.Chance(30) ? new FuzzBytes(random, _values).Mutate(body) : body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (_values.Chance(10))
            request.Content.Headers.ContentLength = null;
        return request;
    }
}
