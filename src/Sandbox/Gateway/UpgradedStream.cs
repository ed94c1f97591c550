namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The connection under a web socket. .NET's web socket answers pings by itself and tells nobody, but the gateway ends
/// connections that were silent for 30 s, pings included: so the bytes are noticed here. And it has no way to send a
/// ping without a timer per connection: here one can, between two frames.
/// </summary>
internal sealed class UpgradedStream(Stream inner, TimeProvider time) : Stream
{
    private static readonly byte[] Ping = [0x89, 0x00];

    private readonly SemaphoreSlim _writing = new(1);
    private readonly CancellationTokenSource _stopped = new();

    /// <summary>When the client was last heard of.</summary>
    public long LastRead { get; private set; } = time.GetTimestamp();

    /// <summary>When the connection was opened or last pinged.</summary>
    public long LastPing { get; private set; } = time.GetTimestamp();

    /// <summary>Sends a ping unless a frame is being written, which keeps the other side as awake.</summary>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        LastPing = time.GetTimestamp();
        if (!await _writing.WaitAsync(TimeSpan.Zero, cancellationToken))
            return;
        try
        {
            await inner.WriteAsync(Ping, cancellationToken);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection has ended: its reader knows.
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Lets the waiting read, and every later one, find the end of the stream.</summary>
    public void StopReading() => _stopped.Cancel();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var count = await inner.ReadAsync(buffer, _stopped.Token);
            LastRead = time.GetTimestamp();
            return count;
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            return 0;
        }
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await inner.WriteAsync(buffer, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
