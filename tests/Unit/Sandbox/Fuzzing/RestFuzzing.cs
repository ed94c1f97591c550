using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace OpenIM.SignalR.Unit.Sandbox.Fuzzing;

/// <summary>
/// REST requests to every path that the server has, with bodies by the type that the path reads. An answer is an
/// envelope or the plain text of a path that is not there, in any case no 5xx, and comes in time.
/// </summary>
internal sealed class RestFuzzing(FuzzWorld world, Random random, ConcurrentDictionary<string, int> outcomes)
{
    private static readonly string[] ContentTypes =
    [
        "application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "x/y",
    ];

    private static readonly string[] Encodings = ["gzip", "br", "deflate", "nonsense"];

    private readonly FuzzValues _values = world.Values(random);
    private readonly IReadOnlyList<(string Path, bool IsRead, Type? Body)> _paths = PathsOf(world);
    private string _admin = "";
    private string _user = "";
    private int _count;

    /// <summary>
    /// The paths of the server, whether they are for GET, and what their bodies are read as; null for those that read
    /// by themselves.
    /// </summary>
    private static IReadOnlyList<(string Path, bool IsRead, Type? Body)> PathsOf(FuzzWorld world) =>
    [
        .. world.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            // Delays and cuts that were asked for would look like faults.
            .Where(endpoint => endpoint.RoutePattern.RawText != "/sandbox/faults")
            .Select(endpoint => (
                endpoint.RoutePattern.RawText!,
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET"),
                BodyOf(endpoint))),
    ];

    public async Task SendOneAsync(CancellationToken cancellationToken)
    {
        if (_count++ % 100 == 0)
            (_admin, _user) = (await world.AdminAsync(), await world.LoginAsync(_values.User(), random.Next(1, 10)));
        var (path, isRead, type) = _paths[random.Next(_paths.Count)];
        // The page's live flow reads no body and has no end: a client that first sends all of a large one waits for
        // ever.
        var body = isRead ? new FuzzBytes(random, _values).Noise(300) : Body(type);
        using var request = new HttpRequestMessage(
            MethodOf(isRead), world.Server.ApiAddress.GetLeftPart(UriPartial.Authority) + Address(path, isRead));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(
            _values.Chance(80) ? ContentTypes[0] : ContentTypes[random.Next(ContentTypes.Length)]);
        if (_values.Chance(3))
            request.Content.Headers.ContentEncoding.Add(Encodings[random.Next(Encodings.Length)]);
        if (!_values.Chance(1))
            request.Headers.Add("operationID", $"fuzz{_count % 10}");
        if (!_values.Chance(1))
            request.Headers.Add("token", _values.Chance(75) ? _admin : _values.Chance(95) ? _user : "bad");
        if (_values.Chance(2))
            request.Headers.TransferEncodingChunked = true;
        if (_values.Chance(20))
            request.Headers.AcceptEncoding.ParseAdd("gzip");
        // The server ends the connection instead of reading to the end what it refuses: no other request may meet that.
        request.Headers.ConnectionClose = body.Length > 50_000;
        await SendAsync(path, request, body, cancellationToken);
    }

    private async Task SendAsync(
        string path, HttpRequestMessage request, byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await world.Http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            // 503 is said on purpose: to one watcher of the flow too many.
            if (response.StatusCode is >= HttpStatusCode.InternalServerError and not HttpStatusCode.ServiceUnavailable)
                world.Faults.Add(
                    $"{request.Method} {path}: {(int)response.StatusCode} for {Encoding.UTF8.GetString(body)}");
            // The page's live flow has no end.
            var answer = response.Content.Headers.ContentType?.MediaType == "text/event-stream"
                ? ""
                : await response.Content.ReadAsStringAsync(cancellationToken);
            var isGood = request.Method == HttpMethod.Get
                ? response.StatusCode < HttpStatusCode.BadRequest
                : answer.StartsWith("{\"errCode\":0,", StringComparison.Ordinal);
            outcomes.AddOrUpdate($"{path} {(isGood ? "good" : "refused")}", 1, static (_, count) => count + 1);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            world.Faults.Add($"{path} hung for {Encoding.UTF8.GetString(body)}");
        }
        catch (HttpRequestException) when (body.Length > 50_000)
        {
            // Refused before it was sent to the end, which ends the connection.
        }
    }

    private HttpMethod MethodOf(bool isRead) =>
        !_values.Chance(2) ? isRead ? HttpMethod.Get : HttpMethod.Post : random.Next(4) switch
        {
            0 => HttpMethod.Put, 1 => HttpMethod.Delete, 2 => HttpMethod.Options, _ => HttpMethod.Patch,
        };

    private string Address(string path, bool isRead)
    {
        if (path.IndexOf('{', StringComparison.Ordinal) is > 0 and var at)
            return $"{path[..at]}{Uri.EscapeDataString(_values.Text("name"))}?type={_values.Anything().Length}";
        if (_values.Chance(1))
            path += "/more";
        if (path.EndsWith("/msg/send_simple_msg", StringComparison.Ordinal))
            return $"{path}?key={Uri.EscapeDataString(Key())}";
        if (isRead && _values.Chance(80))
            return $"{path}?text={Uri.EscapeDataString(_values.Text("name"))}"
                + $"&user={Uri.EscapeDataString(_values.User())}"
                + $"&conversation={Uri.EscapeDataString(_values.Text("conversationID"))}";
        return _values.Chance(5) ? $"{path}?{Uri.EscapeDataString(_values.Anything())}" : path;
    }

    private string Key() => _values.Chance(10)
        ? _values.Anything()
        : Convert.ToBase64String(Encoding.UTF8.GetBytes(random.Next(10) switch
        {
            0 => _values.Anything(),
            1 => """{"sendID":"\ud800","groupID":null}""",
            _ => $$"""{"sendID":"{{_values.User()}}","recvID":"{{_values.User()}}","groupID":""}""",
        }));

    private byte[] Body(Type? type)
    {
        var bytes = new FuzzBytes(random, _values);
        return random.Next(100) switch
        {
            < 60 => new FuzzJson(random, _values, 0).Of(type),
            < 85 => new FuzzJson(random, _values, 3).Of(type),
            < 92 => new FuzzJson(random, _values, 30).Of(type),
            < 97 => bytes.Mutate(new FuzzJson(random, _values, 0).Of(type)),
            < 98 => bytes.Noise(300),
            _ => Special(type),
        };
    }

    private byte[] Special(Type? type) => random.Next(40) switch
    {
        0 => new byte[9 << 20],
        1 => [.. "{\"userID\":\""u8, .. Enumerable.Repeat((byte)'x', 1 << 20), .. "\"}"u8],
        < 8 => [],
        < 14 => [0xef, 0xbb, 0xbf, .. new FuzzJson(random, _values, 0).Of(type)],
        < 20 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(new FuzzJson(random, _values, 0).Of(type))),
        < 26 => FuzzBytes.Compress(new FuzzJson(random, _values, 0).Of(type)),
        < 30 => [.. Enumerable.Repeat((byte)'[', 100_000)],
        _ => "null"u8.ToArray(),
    };

    // Paths are mapped by generic methods: what they read is the first type argument of the handler's closure.
    private static Type? BodyOf(Endpoint endpoint) =>
        endpoint.RequestDelegate?.Target?.GetType() is { IsGenericType: true } closure
            ? closure.GetGenericArguments()[0]
            : null;
}
