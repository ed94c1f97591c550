using System.Buffers;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Compat.Protocol;

namespace OpenIM.SignalR.Compat.Connections;

internal sealed partial class LegacyConnection
{
    private const int FirstRead = 4 * 1024;

    private static readonly TimeSpan LastCallLimit = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Runs the connection to its end.
    /// <list type="number">
    /// <item>The application starts and reads the handshake that names the legacy protocol.</item>
    /// <item>Frames are received until the client leaves, the application ends, or one of them is too big.</item>
    /// <item>The application handles what waits and ends; the client is told, unless it is gone.</item>
    /// </list>
    /// </summary>
    public async Task RunAsync(ConnectionDelegate application, bool handshake)
    {
        using var socket = WebSocket.CreateFromStream(
            _stream!, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = Timeout.InfiniteTimeSpan });
        var running = application(this);
        try
        {
            if (handshake)
                await Requests.WriteHandshakeAsync(LegacyHubProtocol.HandshakeFor(this));
            var receiving = ReceiveAsync(socket);
            await Task.WhenAny(receiving, running);
            if (running.IsCompleted)
                Close(State.LoggedOut ? CloseReason.LoggedOut : CloseReason.InternalError);
            await receiving;
            if (Dialect.OnClientGone(this))
            {
                Requests.EnqueueOwnCall();
                // From the end of the connection on, the hub gives up whatever the client was waiting for.
                await State.LastCallAnswered.Task.WaitAsync(LastCallLimit, _time)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await _aborted.CancelAsync();
        }
        finally
        {
            Requests.Complete();
            await FinishAsync(running);
        }
    }

    private async Task FinishAsync(Task running)
    {
        try
        {
            await running;
        }
        finally
        {
            _sender!.End(last: null);
            await _sender.Drained;
            await _closed.CancelAsync();
            Requests.Dispose();
        }
    }

    // No cancellation token on the hot path: a connection that must end is aborted, and then its reads end too.
    private async Task ReceiveAsync(WebSocket socket)
    {
        try
        {
            while (await ReceiveFrameAsync(socket))
            {
                if (State.LoginUnderWay is { } login)
                    await login.Task.WaitAsync(_closed.Token);
            }
        }
        catch (Exception ex) when (
            ex is OperationCanceledException or WebSocketException or IOException or ConnectionAbortedException)
        {
            LogGone(ConnectionId, ex.Message);
            _sender!.Break(cause: null);
        }
    }

    private async ValueTask<bool> ReceiveFrameAsync(WebSocket socket)
    {
        // No buffer while nothing arrives: this read waits without one.
        var arrived = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        if (arrived.MessageType == WebSocketMessageType.Close)
        {
            _sender!.End(new FrameBuilder().Begin().Finish(FrameKind.Close));
            return false;
        }

        FrameKind = arrived.MessageType == WebSocketMessageType.Binary ? FrameKind.Binary : FrameKind.Text;
        var buffer = ArrayPool<byte>.Shared.Rent(FirstRead);
        var length = 0;
        try
        {
            while (!arrived.EndOfMessage)
            {
                if (length == buffer.Length)
                    buffer = Enlarge(buffer);
                arrived = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += arrived.Count;
                if (length > MaximumFrameSize)
                {
                    Close(CloseReason.TooBig);
                    await DiscardAsync(socket, buffer);
                    return false;
                }
            }

            if (Requests.IsFull(length))
            {
                Dialect.Refuse(this, buffer.AsSpan(0, length));
                return true;
            }

            if (!State.LoggedIn && RequestFrame.IsLogin(buffer.AsSpan(0, length)))
                State.BeginLogin();
            var request = new ArraySegment<byte>(buffer, 0, length);
            buffer = [];
            return Requests.Enqueue(request);
        }
        finally
        {
            if (buffer.Length > 0)
                ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // What a client still sends is read, or the reset that unread bytes cause would overtake the close frame. Ends when
    // the client has answered that, or when the connection is cut.
    private static async Task DiscardAsync(WebSocket socket, byte[] buffer)
    {
        ValueWebSocketReceiveResult received;
        do
            received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        while (received.MessageType != WebSocketMessageType.Close);
    }

    private static byte[] Enlarge(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
