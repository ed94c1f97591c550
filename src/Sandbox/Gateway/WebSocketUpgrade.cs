using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Makes a web socket of a request (RFC 6455, 4.2). ASP.NET's own accept is not used for two reasons: the gateway must
/// see the bytes under the socket (<see cref="UpgradedStream"/>), and it ends connections without a close frame, which
/// ASP.NET's socket turns into a reset that may overtake the last frame.
/// </summary>
internal static class WebSocketUpgrade
{
    private const string KeySuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    // Pings and the limit of silence are the sweep's: the socket's own cost a timer per connection.
    private static readonly WebSocketCreationOptions SocketOptions = new()
    {
        IsServer = true,
        KeepAliveInterval = Timeout.InfiniteTimeSpan,
    };

    public static bool IsRequested(HttpContext context) =>
        context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }
        && HttpMethods.IsGet(context.Request.Method)
        && context.Request.Headers.GetCommaSeparatedValues(HeaderNames.Upgrade)
            .Contains("websocket", StringComparer.OrdinalIgnoreCase)
        && context.Request.Headers.SecWebSocketVersion == "13"
        && KeyOf(context.Request).Length == 24;

    public static async Task<(WebSocket Socket, UpgradedStream Stream)> AcceptAsync(
        HttpContext context, TimeProvider time)
    {
        var headers = context.Response.Headers;
        headers.Upgrade = "websocket";
        headers.SecWebSocketAccept = AcceptKey(KeyOf(context.Request));
        var stream = new UpgradedStream(
            await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync(), time);
        return (WebSocket.CreateFromStream(stream, SocketOptions), stream);
    }

    private static string KeyOf(HttpRequest request) => request.Headers.SecWebSocketKey.ToString();

    // The protocol asks for SHA-1; nothing is kept secret by it.
#pragma warning disable CA5350
    private static string AcceptKey(string key) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + KeySuffix)));
#pragma warning restore CA5350
}
