using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Features;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// One open connection of the gateway: what it was opened with, and its way out.
/// <code>
///   Enqueue ──► queue (256 frames, made when needed) ──► one writer at a time ──► socket
///                     │ full: the connection ends        │ waits for a frame that latency makes late
/// </code>
/// Nothing waits here while there is nothing to write: the writer is started by the first frame and ends with the last.
/// </summary>
internal sealed class GatewayConnection(
    HandshakeArguments arguments, WebSocket socket, UpgradedStream stream, IHttpRequestLifetimeFeature lifetime,
    Faults faults, TimeProvider time)
    : IThreadPoolWorkItem
{
    private const int MaxQueuedFrames = 256;

    // With latency, frames that nobody could have read yet must not end the connection.
    private const int MaxLateFrames = 16_384;

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Queue<(OutgoingFrame Frame, long DueTime)>? _queue;
    private WebSocketCloseStatus? _closeStatus;
    private Action? _afterAnswer;
    private bool _writing;
    private volatile bool _ending;
    private long _endingSince;

    /// <summary>The server's name for this connection.</summary>
    public string ConnectionID { get; } = Guid.NewGuid().ToString("N");

    public string UserID => arguments.UserID;

    public int PlatformID => arguments.PlatformID;

    public string Token => arguments.Token;

    public bool IsCompressed => arguments.IsCompressed;

    /// <summary>Starts false whatever the handshake said; only request 2004 changes it.</summary>
    public bool IsBackground { get; set; }

    /// <summary>Completes when the last frame of an ending connection was written, or could not be.</summary>
    public Task Written => _written.Task;

    public WebSocket Socket => socket;

    public UpgradedStream Stream => stream;

    /// <summary>The users whose online status this one follows; made by the first request 2005.</summary>
    public HashSet<string>? Subscriptions { get; set; }

    /// <summary>Whether the connection takes no frames any more.</summary>
    public bool IsEnding => _ending;

    /// <summary>For how long the connection has been ending; zero while it is open.</summary>
    public TimeSpan EndingFor => _ending ? time.GetElapsedTime(_endingSince) : TimeSpan.Zero;

    /// <summary>
    /// Lets something happen once the answer to the request under way is queued, such as the echo of a message.
    /// </summary>
    public void AfterAnswer(Action action) => _afterAnswer = action;

    /// <summary>Runs what the request's rule left to be done; called by the reader, which the rules run on.</summary>
    public void RunAfterAnswer()
    {
        var action = _afterAnswer;
        _afterAnswer = null;
        action?.Invoke();
    }

    /// <summary>
    /// Queues a frame behind those that wait already; a connection that is too slow for its frames ends.
    /// </summary>
    public void Enqueue(OutgoingFrame frame)
    {
        lock (_lock)
        {
            if (_ending)
                return;
            var (dueTime, maxFrames) = faults.Plan is { HasLatency: true } plan
                ? (plan.DueTime(), MaxLateFrames)
                : (0, MaxQueuedFrames);
            if (_queue?.Count >= maxFrames)
            {
                Abort();
                return;
            }
            (_queue ??= new(capacity: 1)).Enqueue((frame, dueTime));
            if (_writing)
                return;
            _writing = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>The same for what nobody asked for, which faults may lose.</summary>
    public void Push(OutgoingFrame frame)
    {
        switch (faults.Plan?.OfPush())
        {
            case Fault.Disconnect:
                Abort();
                break;
            case Fault.Loss:
                break;
            default:
                Enqueue(frame);
                break;
        }
    }

    /// <summary>
    /// Ends the connection after what is queued. As on the real server there is no close frame but for a status.
    /// </summary>
    public void End(OutgoingFrame? last = null, WebSocketCloseStatus? status = null)
    {
        if (last is not null)
            Enqueue(last);
        lock (_lock)
        {
            if (_ending)
                return;
            BeginEnd();
            _closeStatus = status;
            if (_writing)
                return;
            _writing = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Ends the connection now, whatever is queued.</summary>
    public void Abort()
    {
        lock (_lock)
        {
            BeginEnd();
            _queue = null;
        }
        // Frees a writer that is stuck on a client that does not read. Not by way of the request's context, which is gone
        // when the connection ends by itself at the same moment.
        lifetime.Abort();
        _written.TrySetResult();
    }

    private void BeginEnd()
    {
        if (_ending)
            return;
        _endingSince = time.GetTimestamp();
        _ending = true;
    }

    void IThreadPoolWorkItem.Execute() => _ = WriteQueuedAsync();

    private async Task WriteQueuedAsync()
    {
        try
        {
            bool isLast;
            while (TryDequeue(out var frame, out var dueTime, out isLast))
            {
                if (dueTime > 0 && time.GetElapsedTime(time.GetTimestamp(), dueTime) is { Ticks: > 0 } early)
                    await Task.Delay(early, time, lifetime.RequestAborted);
                await socket.SendAsync(
                    frame.Payload(IsCompressed),
                    frame.Type,
                    WebSocketMessageFlags.EndOfMessage,
                    CancellationToken.None);
            }
            if (!isLast)
                return;
            if (_closeStatus is { } status)
                await socket.CloseOutputAsync(status, null, CancellationToken.None);
            else
                // An abort would reset the connection, and what was written last could be lost with it.
                stream.StopReading();
            _written.TrySetResult();
        }
        // The client is gone or the connection was aborted meanwhile.
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException
            or ObjectDisposedException or InvalidOperationException)
        {
            Abort();
        }
    }

    /// <summary>The next frame; when there is none, whether this writer has to end the connection.</summary>
    private bool TryDequeue([NotNullWhen(true)] out OutgoingFrame? frame, out long dueTime, out bool isLast)
    {
        lock (_lock)
        {
            isLast = false;
            if (_queue is not null && _queue.TryDequeue(out var next))
            {
                (frame, dueTime) = next;
                return true;
            }
            (frame, dueTime) = (null, 0);
            _queue = null;
            // Told under the lock: an end that comes a moment later starts a writer of its own.
            isLast = _writing = _ending;
            return false;
        }
    }
}
