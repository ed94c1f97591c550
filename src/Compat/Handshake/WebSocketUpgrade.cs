using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace OpenIM.SignalR.Compat.Handshake;

/// <summary>
/// Accepts a WebSocket and hands its byte stream out. ASP.NET's own middleware hands out a finished WebSocket instead,
/// which keeps a timer for each connection and has no way to send a ping when we want one.
/// </summary>
internal static class WebSocketUpgrade
{
    // RFC 6455 1.3: the fixed text that a server mixes into its answer.
    private const string HandshakeGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <summary>Whether the request wants a WebSocket, well-formed or not.</summary>
    public static bool IsWanted(HttpContext context) =>
        IsExtendedConnect(context)
        || string.Equals(context.Request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <see cref="AcceptAsync"/> will succeed.</summary>
    public static bool IsPossible(HttpContext context)
    {
        if (IsExtendedConnect(context))
            return true;

        var headers = context.Request.Headers;
        return HttpMethods.IsGet(context.Request.Method)
            && context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }
            && IsWanted(context)
            && headers.SecWebSocketVersion == "13"
            && IsKey(headers.SecWebSocketKey.ToString());
    }

    /// <summary>Answers 101 (HTTP/2: 200); from then on the stream carries WebSocket frames.</summary>
    public static async ValueTask<Stream> AcceptAsync(HttpContext context)
    {
        if (IsExtendedConnect(context))
            return await context.Features.GetRequiredFeature<IHttpExtendedConnectFeature>().AcceptAsync();

        var key = context.Request.Headers.SecWebSocketKey.ToString();
        var headers = context.Response.Headers;
        headers.Connection = HeaderNames.Upgrade;
        headers.Upgrade = "websocket";
        headers.SecWebSocketAccept = AcceptOf(key);
        return await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
    }

    private static bool IsExtendedConnect(HttpContext context) =>
        context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true, Protocol: "websocket" };

    private static bool IsKey(string key)
    {
        Span<byte> bytes = stackalloc byte[18];
        return Convert.TryFromBase64String(key, bytes, out var length) && length == 16;
    }

#pragma warning disable CA5350 // The WebSocket handshake prescribes SHA-1; it protects nothing.
    private static string AcceptOf(string key) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + HandshakeGuid)));
#pragma warning restore CA5350
}
