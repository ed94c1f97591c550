using System.Buffers;
using System.IO.Compression;
using System.Net.WebSockets;
using System.Text.Json;
using Google.Protobuf;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Reads one connection until it ends, answering its requests one after another.
/// <list type="number">
/// <item>Wait with an empty buffer: an idle connection holds none.</item>
/// <item>Read the message into a pooled buffer; more than 51,200 bytes end the connection with close code 1009.</item>
/// <item>Text: the client's own ping or pong. Binary: one request frame, gzip when the connection was opened so.</item>
/// <item>What is not understood, a foreign sendID or an unknown request end the connection without a word.</item>
/// </list>
/// </summary>
internal sealed partial class GatewayReader(
    SandboxOptions options, GatewayRequests requests, Faults faults, ILogger<GatewayReader> logger)
{
    private const int MaxMessageBytes = 51_200;

    // A small gzip stream can hold a very large message; OpenIM's services take no more than this behind the gateway.
    private const int MaxUncompressedBytes = 8 << 20;

    public async Task RunAsync(GatewayConnection connection)
    {
        try
        {
            while (await ReadMessageAsync(connection))
            {
            }
            await DrainAsync(connection);
        }
        catch (Exception error) when (error is WebSocketException or IOException or ObjectDisposedException)
        {
            if (!connection.IsEnding)
                LogConnectionLost(connection.ConnectionID, error.Message);
        }
        finally
        {
            connection.End();
            await connection.Written;
        }
    }

    /// <summary>Reads and answers one message; false when the connection is to end.</summary>
    private async ValueTask<bool> ReadMessageAsync(GatewayConnection connection)
    {
        var part = await connection.Socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        var length = 0;
        try
        {
            while (part is { EndOfMessage: false, MessageType: not WebSocketMessageType.Close })
            {
                if (length == buffer.Length)
                    Grow(ref buffer, length);
                part = await connection.Socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += part.Count;
                if (length > MaxMessageBytes)
                {
                    connection.End(status: WebSocketCloseStatus.MessageTooBig);
                    return false;
                }
            }
            if (part.MessageType == WebSocketMessageType.Close)
                connection.End(status: connection.Socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure);
            else if (Handle(connection, part.MessageType, buffer.AsSpan(0, length)))
                return true;
            else
                connection.End();
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Lets what is queued go out: a socket closed over unread bytes takes its last frames with it.</summary>
    private static async Task DrainAsync(GatewayConnection connection)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            while (connection.Socket.State is WebSocketState.Open or WebSocketState.CloseSent)
                await connection.Socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool Handle(GatewayConnection connection, WebSocketMessageType type, ReadOnlySpan<byte> message)
    {
        if (type == WebSocketMessageType.Text)
        {
            if (!TextFrame.TryAnswer(message, out var pong))
                return false;
            if (pong is not null)
                connection.Enqueue(pong);
            return true;
        }
        if (Decode(message, connection.IsCompressed) is not { } frame || frame.SendID != connection.UserID)
            return false;
        if (requests.Find(frame.ReqIdentifier) is not { } handler)
            return false;
        var fault = faults.Plan?.OfRequest(frame.ReqIdentifier) ?? Fault.None;
        if (fault is Fault.Disconnect)
        {
            connection.Abort();
            return false;
        }
        if (fault is Fault.Refusal)
            handler = Refuse;
        var answer = new OutgoingFrame(Answer(connection, frame, handler));
        if (fault is not Fault.Loss)
            connection.Enqueue(answer);
        connection.RunAfterAnswer();
        // Logging out ends the connection even when it was refused.
        return frame.ReqIdentifier != GatewayRequest.Logout;
    }

    private Answer<IMessage?> Refuse(GatewayConnection connection, Caller caller, ReadOnlySpan<byte> data) =>
        faults.Plan?.Refusal ?? ServerErrors.Internal();

    private GatewayFrame Answer(GatewayConnection connection, GatewayFrame frame, GatewayRequests.Handler handler)
    {
        var caller = new Caller(
            connection.UserID,
            connection.PlatformID,
            IsAdmin: connection.UserID == options.AdminUserID,
            frame.OperationID ?? "");
        Answer<IMessage?> answer;
        try
        {
            answer = handler(connection, caller, frame.Data);
        }
        catch (Exception error)
        {
            LogRequestFailed(error, frame.ReqIdentifier);
            answer = ServerErrors.Internal();
        }
        return new GatewayFrame
        {
            ReqIdentifier = frame.ReqIdentifier,
            OperationID = caller.OperationID,
            MsgIncr = frame.MsgIncr ?? "",
            ErrCode = answer.Error?.Code ?? 0,
            ErrMsg = answer.Error?.Name ?? "",
            Data = answer.Value?.ToByteArray(),
        };
    }

    private static GatewayFrame? Decode(ReadOnlySpan<byte> message, bool compressed)
    {
        try
        {
            return compressed
                ? JsonSerializer.Deserialize(Decompress(message).WrittenSpan, GatewayJson.Default.GatewayFrame)
                : JsonSerializer.Deserialize(message, GatewayJson.Default.GatewayFrame);
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ArrayBufferWriter<byte> Decompress(ReadOnlySpan<byte> message)
    {
        using var gzip = new GZipStream(new MemoryStream(message.ToArray()), CompressionMode.Decompress);
        var output = new ArrayBufferWriter<byte>();
        while (true)
        {
            var count = gzip.Read(output.GetSpan(4096));
            if (count == 0)
                return output;
            output.Advance(count);
            if (output.WrittenCount > MaxUncompressedBytes)
                throw new InvalidDataException("The message is too large.");
        }
    }

    private static void Grow(ref byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(buffer.Length * 2, MaxMessageBytes + 1));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
