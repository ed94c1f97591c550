using System.Buffers;
using System.IO.Pipelines;

namespace OpenIM.SignalR.Compat.Connections;

/// <summary>
/// Requests on their way from the socket to the hub. SignalR reads a pipe, so a pipe it is, but it carries one byte a
/// request: the request itself waits here, whole, however large it is and however SignalR limits its own messages.
/// <para>
/// The reader runs on the thread that brings the request ("inline"), so a request that finds the hub idle is read,
/// answered and sent without a change of thread.
/// </para>
/// </summary>
internal sealed class RequestQueue
{
    /// <summary>
    /// How many requests of a connection may be under way, answered ones not counted. More are refused.
    /// </summary>
    public const int MaximumRequests = 512;

    /// <summary>How many bytes of requests may wait for the hub.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    private static readonly PipeOptions Options = new(
        minimumSegmentSize: 64, readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline,
        useSynchronizationContext: false);

    private readonly Lock _lock = new();
    private readonly Lock _writing = new();
    private readonly Pipe _pipe = new(Options);
    private Queue<ArraySegment<byte>>? _waiting;
    private long _waitingBytes;
    private int _underWay;
    private bool _isCompleted;

    /// <summary>What SignalR reads.</summary>
    public PipeReader Reader => _pipe.Reader;

    /// <summary>Whether one more request of that size must be refused.</summary>
    public bool IsFull(int length) =>
        Volatile.Read(ref _underWay) >= MaximumRequests || Volatile.Read(ref _waitingBytes) + length > MaximumBytes;

    /// <summary>Writes SignalR's own handshake, once and first.</summary>
    public ValueTask<FlushResult> WriteHandshakeAsync(ReadOnlyMemory<byte> handshake) =>
        _pipe.Writer.WriteAsync(handshake);

    /// <summary>Queues a call that the dialect makes by itself: a request without an array stands for it.</summary>
    public void EnqueueOwnCall() => Enqueue(default);

    /// <summary>Queues a request in a rented array, which from now on belongs to the queue.</summary>
    /// <returns>False when nobody takes requests any more.</returns>
    public bool Enqueue(ArraySegment<byte> request)
    {
        lock (_lock)
        {
            (_waiting ??= new()).Enqueue(request);
            _waitingBytes += request.Count;
        }

        Interlocked.Increment(ref _underWay);
        lock (_writing)
        {
            if (_isCompleted)
                return false;
            _pipe.Writer.GetSpan(1)[0] = 0;
            _pipe.Writer.Advance(1);
            // Never waits: the pipe holds far fewer bytes than it may.
            var flush = _pipe.Writer.FlushAsync();
            return flush.IsCompletedSuccessfully && !flush.Result.IsCompleted;
        }
    }

    /// <summary>Takes the next request; the array is to be given back to the shared pool.</summary>
    public ArraySegment<byte> Dequeue()
    {
        lock (_lock)
        {
            var request = _waiting!.Dequeue();
            _waitingBytes -= request.Count;
            if (_waiting.Count == 0)
                _waiting = null;
            return request;
        }
    }

    /// <summary>A request has been answered, or needs no answer.</summary>
    public void Answered() => Interlocked.Decrement(ref _underWay);

    /// <summary>No more requests come. SignalR handles those that wait and then ends the connection.</summary>
    public void Complete()
    {
        lock (_writing)
        {
            _isCompleted = true;
            _pipe.Writer.Complete();
        }
    }

    /// <summary>Gives back what nobody will read any more.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            while (_waiting?.TryDequeue(out var request) == true)
            {
                if (request.Array is not null)
                    ArrayPool<byte>.Shared.Return(request.Array);
            }

            _waiting = null;
        }
    }
}
