namespace OpenIM.SignalR.Sandbox;

/// <summary>Several blobs as one stream that can be read from anywhere.</summary>
internal sealed class BlobStream(IObjectBytes bytes, IReadOnlyList<ObjectBlob> blobs) : Stream
{
    private long _position;
    private int _blob;
    private long _blobStart;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; } = blobs.Sum(blob => blob.Length);

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (value < _blobStart)
                (_blob, _blobStart) = (0, 0);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        while (_blob < blobs.Count && _position >= _blobStart + blobs[_blob].Length)
            _blobStart += blobs[_blob++].Length;
        if (_blob == blobs.Count)
            return 0;
        var (chunk, offset) = Math.DivRem(_position - _blobStart, IObjectBytes.ChunkLength);
        var read = bytes.Read(blobs[_blob].ID, (int)chunk, (int)offset, buffer);
        _position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>A chunk at a time is fast to get, from SQLite too, which knows no asynchronous reads.</summary>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellationToken)
            : new ValueTask<int>(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
