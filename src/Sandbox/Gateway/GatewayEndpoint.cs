using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The handshake of the message gateway, on every path. In this order: how many connections there are, the arguments,
/// the token, whether the token is the user's and the platform's. The first two refuse with HTTP 200 and a JSON body;
/// the others do so too unless the client asked for a first frame: then it gets the reason in that frame.
/// </summary>
internal sealed class GatewayEndpoint(
    SandboxOptions options,
    GatewayConnections connections,
    GatewayReader reader,
    AuthRules auth,
    MultiLogin multiLogin,
    Faults faults,
    TimeProvider time)
{
    private static readonly OutgoingFrame Welcome = TextOf(null);

    public async Task HandleAsync(HttpContext context)
    {
        var fault = Fault.None;
        if (faults.Plan is { } plan)
        {
            fault = plan.OfHandshake();
            await Task.Delay(plan.Delay(), time, context.RequestAborted);
        }
        if (fault is Fault.Disconnect)
        {
            context.Abort();
            return;
        }
        if (fault is Fault.Unavailable)
        {
            await RestFaults.WriteUnavailableAsync(context);
            return;
        }
        if (connections.Count >= options.MaxConnections)
        {
            await RefuseAsync(context, ServerErrors.TooManyConnections);
            return;
        }
        var arguments = HandshakeArguments.Read(context.Request);
        if (!arguments.IsOk)
        {
            await RefuseAsync(context, arguments.Error);
            return;
        }
        var refusal = fault is Fault.Refusal ? faults.Plan?.Refusal : CheckToken(arguments.Value);
        if (refusal is not null && !arguments.Value.SendResponse)
        {
            await RefuseAsync(context, refusal);
            return;
        }
        if (!WebSocketUpgrade.IsRequested(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("Bad Request\n", context.RequestAborted);
            return;
        }
        var (socket, stream) = await WebSocketUpgrade.AcceptAsync(context, time);
        using var _ = socket;
        if (refusal is not null)
        {
            await socket.SendAsync(
                TextOf(refusal).Payload(compressed: false), WebSocketMessageType.Text, true, context.RequestAborted);
            return;
        }
        var connection = new GatewayConnection(
            arguments.Value, socket, stream, context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>(), faults,
            time);
        await RunAsync(connection, arguments.Value.SendResponse);
    }

    private ServerError? CheckToken(HandshakeArguments arguments)
    {
        var token = auth.Parse(arguments.Token);
        if (!token.IsOk)
            return token.Error;
        if (token.Value.UserID != arguments.UserID)
            return ServerErrors.TokenInvalid($"token uid {token.Value.UserID} != userID {arguments.UserID}");
        if (token.Value.PlatformID != arguments.PlatformID)
            return ServerErrors.TokenInvalid(
                $"token platform {token.Value.PlatformID} != platformID {arguments.PlatformID}");
        return null;
    }

    private async Task RunAsync(GatewayConnection connection, bool welcome)
    {
        if (welcome)
            connection.Enqueue(Welcome);
        connections.Add(connection);
        try
        {
            multiLogin.Connected(connection);
            await reader.RunAsync(connection);
        }
        finally
        {
            connections.Remove(connection);
        }
    }

    private static Task<System.IO.Pipelines.FlushResult> RefuseAsync(HttpContext context, ServerError error) =>
        Envelope.WriteErrorAsync(context, error).AsTask();

    private static OutgoingFrame TextOf(ServerError? error)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            Envelope.WriteError(writer, error);
            writer.WriteEndObject();
        }
        return new OutgoingFrame(buffer.WrittenSpan.ToArray(), WebSocketMessageType.Text);
    }
}
