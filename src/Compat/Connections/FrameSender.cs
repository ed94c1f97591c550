using OpenIM.SignalR.Compat.Frames;

namespace OpenIM.SignalR.Compat.Connections;

/// <summary>
/// The way out of one connection: frames leave in the order in which they were handed over, from whatever thread, and
/// handing over never waits. While the client keeps up a frame is written by the thread that brings it; otherwise it
/// queues, bounded in bytes, and a client that falls further behind loses its connection, not anybody else's time.
/// </summary>
internal sealed class FrameSender(Stream stream, Action<Exception?> onBroken)
{
    // A reply may be as large as a page of history; what is bounded is how much waits behind a client that does not
    // read.
    private const int MaximumQueuedBytes = 8 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Queue<OutgoingFrame>? _queue;
    private long _queuedBytes;
    private bool _sending;
    private bool _ended;
    private bool _broken;

    /// <summary>
    /// Completes when everything that was handed over before <see cref="End"/> has been written, or never will be.
    /// </summary>
    public Task Drained => _drained.Task;

    /// <summary>Hands a frame over. After <see cref="End"/> it is dropped.</summary>
    public void Send(OutgoingFrame frame)
    {
        bool overflow;
        lock (_lock)
        {
            if (_ended)
            {
                frame.Return();
                return;
            }

            if (!_sending)
            {
                _sending = true;
                overflow = false;
            }
            else if (overflow = _queuedBytes > MaximumQueuedBytes)
            {
                frame.Return();
            }
            else
            {
                (_queue ??= new()).Enqueue(frame);
                _queuedBytes += frame.Length;
                return;
            }
        }

        if (overflow)
            Break(new IOException("The client does not read what it is sent."));
        else
            Write(frame);
    }

    /// <summary>Hands over the last frame; whatever comes after it is dropped.</summary>
    public void End(OutgoingFrame? last)
    {
        if (last is { } frame)
            Send(frame);
        lock (_lock)
        {
            _ended = true;
            if (!_sending)
                _drained.TrySetResult();
        }
    }

    /// <summary>Gives up: what waits is dropped.</summary>
    public void Break(Exception? cause)
    {
        lock (_lock)
        {
            if (_broken)
                return;
            _broken = true;
            _ended = true;
            while (_queue?.TryDequeue(out var frame) == true)
                frame.Return();
            _queuedBytes = 0;
        }

        _drained.TrySetResult();
        onBroken(cause);
    }

    private void Write(OutgoingFrame frame)
    {
        do
        {
            ValueTask write;
            try
            {
                write = stream.WriteAsync(frame.Bytes);
            }
            catch (Exception ex) when (ex is IOException or ObjectDisposedException or InvalidOperationException)
            {
                Break(ex);
                return;
            }

            if (!write.IsCompletedSuccessfully)
            {
                _ = FinishAsync(write, frame);
                return;
            }

            frame.Return();
        }
        while (TryNext(out frame));
    }

    private async Task FinishAsync(ValueTask write, OutgoingFrame frame)
    {
        try
        {
            await write;
            frame.Return();
        }
        catch (Exception ex)
        {
            // The array may still be read by the failed write: it is left to the garbage collector.
            Break(ex);
            return;
        }

        if (TryNext(out frame))
            Write(frame);
    }

    private bool TryNext(out OutgoingFrame frame)
    {
        lock (_lock)
        {
            if (_queue?.TryDequeue(out frame) == true)
            {
                _queuedBytes -= frame.Length;
                return true;
            }

            frame = default;
            _queue = null;
            _sending = false;
            if (_ended)
                _drained.TrySetResult();
            return false;
        }
    }
}
