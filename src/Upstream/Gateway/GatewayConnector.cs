using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// Opens connections to the message gateway. One per process: it owns the one timer that keeps all of them
/// alive.
/// </summary>
public sealed class GatewayConnector : IDisposable
{
    private readonly UpstreamOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly GatewayKeepAlive _keepAlive;

    public GatewayConnector(IOptions<UpstreamOptions> options, TimeProvider time, ILogger<GatewayConnector> logger)
    {
        _logger = logger;
        _options = options.Value;
        _time = time;
        _keepAlive = new GatewayKeepAlive(time);
    }

    /// <summary>
    /// Connects and waits for the server's word. Refused with the server's error (1501 to 1507 for a token that is not
    /// good, 1601 too many connections, 1602 wrong arguments), <see cref="Errors.Network"/> when there is no OpenIM at
    /// that address, <see cref="Errors.NetworkTimeout"/> when it took too long, <see cref="Errors.DeadlineExceeded"/>
    /// when the caller gave up. The caller runs the connection (<see cref="GatewayConnection.RunAsync"/>) and disposes
    /// of it.
    /// </summary>
    public async Task<Result<GatewayConnection>> ConnectAsync(GatewayLogin login, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_options.RequestTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero; // GatewayKeepAlive does it, with one timer for all.
        var connected = false;
        try
        {
            using var http = new HttpMessageInvoker(new HandshakeHandler());
            await socket.ConnectAsync(AddressOf(login), http, either.Token);
            if (await ReadFirstFrameAsync(socket, either.Token) is { } refusal)
                return refusal;
            connected = true;
            return new GatewayConnection(socket, login.UserID, _options, _time, _keepAlive);
        }
        catch (WebSocketException error) when (error.InnerException is GatewayRefusedException refused)
        {
            return refused.Error;
        }
        catch (OperationCanceledException)
        {
            return timeout.IsCancellationRequested ? Errors.NetworkTimeout : Errors.DeadlineExceeded;
        }
        catch (Exception error)
            when (error is WebSocketException or HttpRequestException or IOException or JsonException)
        {
            GatewayLog.NotConnected(_logger, login.UserID, login.PlatformID, error.Message);
            return Errors.Network;
        }
        finally
        {
            if (!connected)
                socket.Dispose();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _keepAlive.Dispose();

    private Uri AddressOf(GatewayLogin login) => new UriBuilder(_options.WsAddress)
    {
        Query = $"sendID={Uri.EscapeDataString(login.UserID)}&token={Uri.EscapeDataString(login.Token)}"
            + $"&platformID={login.PlatformID}&operationID={Uri.EscapeDataString(login.OperationID)}"
            + $"&isBackground={(login.IsBackground ? "true" : "false")}&sdkType=js&isMsgResp=true"
            + (_options.CompressGateway ? "&compression=gzip" : ""),
    }.Uri;

    /// <summary>With isMsgResp the server says first, in a text frame, whether the connection stands.</summary>
    private static async Task<OpenImError?> ReadFirstFrameAsync(
        ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[HandshakeHandler.MaxBytes];
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            length += received.Count;
            if (received.MessageType != WebSocketMessageType.Text || length == buffer.Length)
                return Errors.Network;
            if (received.EndOfMessage)
                return HandshakeHandler.ErrorIn(buffer.AsSpan(0, length));
        }
    }
}
