namespace OpenIM.SignalR.Compat.Connections;

/// <summary>
/// The upgraded connection as a WebSocket reads it. Notes when bytes arrive: the WebSocket consumes pongs without
/// telling anybody, but the pong's bytes pass here.
/// </summary>
internal sealed class ObservedStream(Stream inner, TimeProvider time) : Stream
{
    private long _lastArrival = time.GetTimestamp();

    /// <summary>How long nothing has arrived.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Volatile.Read(ref _lastArrival));

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = inner.ReadAsync(buffer, cancellationToken);
        if (!read.IsCompletedSuccessfully)
            return NoteAsync(read);
        Note();
        return read;
    }

    /// <inheritdoc />
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(buffer, cancellationToken);

    /// <inheritdoc />
    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    /// <inheritdoc />
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask<int> NoteAsync(ValueTask<int> read)
    {
        var count = await read;
        Note();
        return count;
    }

    private void Note() => Volatile.Write(ref _lastArrival, time.GetTimestamp());
}
