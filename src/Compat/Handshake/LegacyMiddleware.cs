using System.Buffers;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using OpenIM.SignalR.Compat.Connections;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Compat.Protocol;
using OpenIM.SignalR.Compat.V2;
using OpenIM.SignalR.Compat.V3;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.Handshake;

/// <summary>
/// Lets legacy clients in: every websocket upgrade outside of the hub's own path. The two dialects refuse differently.
/// <code>
///   v2 (no operationID in the query)          v3
///   a key is missing    400 Unauthorized      no GET             405
///   token no good       401 Unauthorized      no upgrade         400 Bad Request
///   no upgrade          400 Bad Request       no token or user   101, one frame that says so, end
///   ten connections     401 Over quantity     token no good      101, and the token event after Login; never reaches a
/// session
/// </code>
/// </summary>
internal sealed class LegacyMiddleware<THub>(
    RequestDelegate next, HubConnectionHandler<THub> hub, LegacyProtocolResolver protocols,
    LegacyConnections connections, V2Dialect v2, V3Dialect v3, TimeProvider time, ILogger<LegacyConnection> logger)
    where THub : Hub
{
    private static readonly PathString HubPath = new("/hub");

    private static ReadOnlySpan<byte> NoToken =>
        "{\"type\":\"response\",\"cmd\":\"connect\",\"success\":false,\"errMsg\":\"check token error\","u8
        + "\"userIds\":null,\"duration\":0,\"requestId\":\"\",\"topic\":\"\",\"extra\":\"\",\"msgTimeStamp\":0,"u8
        + "\"msgSeqId\":0,\"data\":\"\",\"rate\":0}"u8;

    public Task InvokeAsync(HttpContext context)
    {
        var request = new LegacyRequest(context);
        if (context.Request.Path.StartsWithSegments(HubPath, StringComparison.OrdinalIgnoreCase) || !request.IsLegacy)
            return next(context);
        return request.IsV3 ? AcceptV3Async(context, request) : AcceptV2Async(context, request);
    }

    private async Task AcceptV2Async(HttpContext context, LegacyRequest request)
    {
        if (request.SendId is not { } sendId || request.QueryToken is null || request.PlatformText is null)
        {
            await Refusal.MissingKey.WriteAsync(context);
            return;
        }

        var check = await TokenCheck.RunAsync(context, request);
        if (check.User is null)
        {
            await Refusal.Unauthorized.WriteAsync(context);
            return;
        }

        if (!WebSocketUpgrade.IsPossible(context))
        {
            await Refusal.NoWebSocket.WriteAsync(context);
            return;
        }

        var session = new SessionKey(sendId, request.PlatformId ?? 0);
        var connection = new LegacyConnection(v2, session, context, time, logger)
        {
            User = check.User,
        };
        if (!connections.TryShare(connection))
        {
            await Refusal.OverQuantity.WriteAsync(context);
            return;
        }

        await RunAsync(context, connection, hub.OnConnectedAsync);
    }

    private async Task AcceptV3Async(HttpContext context, LegacyRequest request)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !WebSocketUpgrade.IsPossible(context))
        {
            await Refusal.MethodNotAllowed.WriteAsync(context);
            return;
        }

        if (!WebSocketUpgrade.IsPossible(context))
        {
            await Refusal.NoWebSocket.WriteAsync(context);
            return;
        }

        if (string.IsNullOrEmpty(request.Token) || request.SendId is not { Length: > 0 } sendId)
        {
            await RefuseOpenAsync(context);
            return;
        }

        var session = new SessionKey(sendId, request.PlatformId ?? 0);
        var connection = new LegacyConnection(v3, session, context, time, logger);
        if (request.PlatformId is null)
        {
            connection.State.Unusable = V3Errors.Platform(request.PlatformText ?? "");
        }
        else
        {
            var check = await TokenCheck.RunAsync(context, request);
            connection.User = check.User;
            connection.State.Unusable = check.Error;
        }

        // Nobody loses a place to a client that cannot take it.
        if (connection.State.Unusable is not null)
        {
            await RunAsync(context, connection, AnswerWithoutHubAsync);
            return;
        }

        await connections.TakeAsync(connection);
        await RunAsync(context, connection, hub.OnConnectedAsync);
    }

    private async Task RunAsync(HttpContext context, LegacyConnection connection, ConnectionDelegate application)
    {
        try
        {
            context.User = connection.User ?? context.User;
            protocols.Expect(connection);
            connection.Open(await WebSocketUpgrade.AcceptAsync(context));
            connection.Dialect.Greet(connection);
            await connection.RunAsync(application, handshake: application != AnswerWithoutHubAsync);
        }
        finally
        {
            protocols.Forget(connection);
            connections.Remove(connection);
            await connection.EndAsync();
        }
    }

    // The whole life of a client without a good token: its frames are answered, and nothing behind them is ever
    // reached.
    private static async Task AnswerWithoutHubAsync(ConnectionContext context)
    {
        var connection = (LegacyConnection)context;
        var reader = connection.Requests.Reader;
        while (await reader.ReadAsync() is { } result)
        {
            for (var i = 0; i < result.Buffer.Length; i++)
                LegacyHubProtocol.ReadRequest(connection, binder: null);
            reader.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
                return;
        }
    }

    private static async Task RefuseOpenAsync(HttpContext context)
    {
        await using var stream = await WebSocketUpgrade.AcceptAsync(context);
        var frame = new FrameBuilder().Begin();
        frame.Write(NoToken);
        var finished = frame.Finish(FrameKind.Text);
        await stream.WriteAsync(finished.Bytes, context.RequestAborted);
        finished.Return();
    }
}
