using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Google.Protobuf;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// A user's connection to OpenIM's message gateway: requests with their answers, and pushes.
/// <code>
///   request ──► codec ──► one writer at a time ──► socket ──► codec ─┬─ msgIncr of a waiting request ──► its caller
///                                                  (RunAsync reads)  └─ 2001, 2002, 2005 ──► onPush, in order
/// </code>
/// <list type="number">
/// <item>The owner starts <see cref="RunAsync"/> once; it reads until the connection ends and says why. It runs where
/// it was started (a grain's turns stay its turns) and holds no buffer while nothing arrives.</item>
/// <item>Requests may be made at any time, from anywhere, and several at once; the server handles them one after
/// another.</item>
/// <item>The connection ends once: by the server, by silence, by disposal. What waits then is answered with an
/// error.</item>
/// </list>
/// </summary>
public sealed partial class GatewayConnection : IDisposable
{
    private const int FirstBufferBytes = 4096;

    // Looked at each 6 s, so that at most 24 s go by without a word from here; the server gives up after 30 s.
    private static readonly TimeSpan PingAfter = TimeSpan.FromSeconds(18);
    private static readonly TimeSpan SilentAfter = TimeSpan.FromSeconds(30);
    private static readonly byte[] Ping = "{\"type\":\"ping\"}"u8.ToArray();

    private readonly WebSocket _socket;
    private readonly UpstreamOptions _options;
    private readonly TimeProvider _time;
    private readonly GatewayKeepAlive _keepAlive;
    private readonly int _keepAliveSlot;
    private readonly JsonEncodedText _sendID;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Dictionary<long, IPendingRequest> _pending = [];
    private GatewayEnd? _end;
    private long _msgIncr;
    private long _lastReceived;
    private long _lastSent;

    internal GatewayConnection(
        WebSocket socket, string userID, UpstreamOptions options, TimeProvider time, GatewayKeepAlive keepAlive)
    {
        _socket = socket;
        _options = options;
        _time = time;
        _keepAlive = keepAlive;
        _sendID = JsonEncodedText.Encode(userID, OpenImJson.Options.Encoder);
        _lastReceived = _lastSent = time.GetTimestamp();
        _keepAliveSlot = keepAlive.Add(this);
    }

    /// <summary>How the connection ended, or null while it stands.</summary>
    public GatewayEnd? End => Volatile.Read(ref _end);

    /// <summary>
    /// Reads until the connection ends. <paramref name="onPush"/> gets the pushes one by one in the server's order, and
    /// the next frame is read when it is done: it must not wait for a request on this connection, and one that takes
    /// long makes the server give up. Ends with <see cref="GatewayEndReason.Disposed"/> when <paramref
    /// name="cancellationToken"/> says so.
    /// </summary>
    public async Task<GatewayEnd> RunAsync(Func<GatewayPush, ValueTask> onPush, CancellationToken cancellationToken)
    {
        using var stop = cancellationToken.UnsafeRegister(
            static connection => ((GatewayConnection)connection!).Dispose(), this);
        try
        {
            while (End is null)
            {
                // Waits without a buffer; there may be thousands of us.
                if ((await _socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None)).MessageType
                    == WebSocketMessageType.Close)
                {
                    Close(new GatewayEnd(GatewayEndReason.Lost, $"closed with {(int?)_socket.CloseStatus}"));
                    break;
                }
                if (await ReceiveAsync() is not { } push)
                    continue;
                await onPush(push);
                if (push is GatewayPush.Kicked)
                    Close(new GatewayEnd(GatewayEndReason.Kicked));
            }
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or InvalidProtocolBufferException)
        {
            Close(new GatewayEnd(GatewayEndReason.ProtocolError, error.Message));
        }
        catch (Exception error) when (IsConnectionEnd(error))
        {
            Close(new GatewayEnd(GatewayEndReason.Lost, error.Message));
        }
        finally
        {
            Close(new GatewayEnd(GatewayEndReason.Disposed, "its owner failed"));
        }
        return End!;
    }

    /// <summary>Ends the connection; requests that wait end with <see cref="Errors.DeadlineExceeded"/>.</summary>
    public void Dispose() => Close(new GatewayEnd(GatewayEndReason.Disposed));

    /// <summary>Called by the keep-alive each six seconds.</summary>
    internal void CheckAlive()
    {
        if (_time.GetElapsedTime(Volatile.Read(ref _lastReceived)) > SilentAfter)
            Close(new GatewayEnd(GatewayEndReason.Silent));
        else if (_time.GetElapsedTime(Volatile.Read(ref _lastSent)) > PingAfter)
            _ = PingAsync();
    }

    /// <summary>
    /// A ping of OpenIM's own: the answer proves that the server reads, and websocket pings cannot be sent by hand.
    /// </summary>
    private async Task PingAsync()
    {
        if (!await _writing.WaitAsync(0))
            return; // A request is being written, which is as good.
        try
        {
            await WriteAsync(Ping, WebSocketMessageType.Text);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Receives one whole frame and handles it; a push comes back.</summary>
    private async ValueTask<GatewayPush?> ReceiveAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
        try
        {
            var length = 0;
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += received.Count;
                if (received.EndOfMessage)
                {
                    Volatile.Write(ref _lastReceived, _time.GetTimestamp());
                    return received.MessageType == WebSocketMessageType.Binary
                        ? Handle(buffer.AsSpan(0, length))
                        : null;
                }
                if (length >= _options.MaxFrameBytes)
                    throw new InvalidDataException($"A frame is larger than {_options.MaxFrameBytes} bytes.");
                if (length == buffer.Length)
                    Grow(ref buffer, length);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Grow(ref byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    private GatewayPush? Handle(Span<byte> received)
    {
        if (!_options.CompressGateway)
            return HandleFrame(received);
        var length = GatewayCompression.Decompress(received, _options.MaxFrameBytes, out var json);
        try
        {
            return HandleFrame(json.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(json);
        }
    }

    private GatewayPush? HandleFrame(Span<byte> json)
    {
        var frame = GatewayCodec.Read(json);
        switch (frame.ReqIdentifier)
        {
            case GatewayRequest.PushMsg:
                return new GatewayPush.Messages(PushMessages.Parser.ParseFrom(frame.Data), frame.OperationID);
            case GatewayRequest.KickOnlineMsg:
                return new GatewayPush.Kicked();
            case GatewayRequest.SubUserOnlineStatus when frame.MsgIncr == 0:
                return new GatewayPush.OnlineStatus(SubUserOnlineStatusTips.Parser.ParseFrom(frame.Data));
            default:
                // Nobody waits for it when its time was over.
                if (Take(frame.MsgIncr) is { } request)
                    request.Answer(frame);
                if (frame.ReqIdentifier == GatewayRequest.Logout)
                    Close(new GatewayEnd(GatewayEndReason.LoggedOut));
                return null;
        }
    }

    private static bool IsConnectionEnd(Exception error) =>
        error is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException;

    /// <summary>The first reason counts; the second time nothing happens.</summary>
    private void Close(GatewayEnd end)
    {
        if (Interlocked.CompareExchange(ref _end, end, null) is not null)
            return;
        _keepAlive.Remove(this, _keepAliveSlot);
        _socket.Dispose();
        IPendingRequest[] waiting;
        lock (_pending)
        {
            waiting = [.. _pending.Values];
            _pending.Clear();
        }
        // What was written may have been done, or not: a session that goes on learns that as a time-out.
        var error = end.Reason is GatewayEndReason.Lost or GatewayEndReason.Silent or GatewayEndReason.ProtocolError
            ? Errors.NetworkTimeout
            : Errors.DeadlineExceeded;
        foreach (var request in waiting)
            request.Fail(error);
    }
}
