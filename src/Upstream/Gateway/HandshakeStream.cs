namespace OpenIM.SignalR.Upstream;

/// <summary>
/// A new connection, lent to an HTTP client for the handshake and taken back after it. The HTTP client keeps two 4 kB
/// buffers and its own state for as long as it has the connection, 11 kB for each of thousands of sessions; what goes
/// on over the connection has no use for them.
/// <code>
///   HTTP client ◄── head of the answer ──┐
///                                        ├── connection
///   websocket   ◄── everything after it ─┘
/// </code>
/// No read gives the HTTP client anything that comes behind the answer's head, so that nothing is lost with it.
/// </summary>
internal sealed class HandshakeStream(Stream connection) : DuplexStream
{
    private static ReadOnlySpan<byte> EndOfHead => "\r\n\r\n"u8;

    private int _matched;
    private byte[] _behindHead = [];
    private bool _isReleased;

    /// <summary>The connection, without the answer's head. This stream is over, and disposing of it does nothing.</summary>
    public Stream Release()
    {
        _isReleased = true;
        return new PrefixedStream(_behindHead, connection);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isReleased, this);
        if (_behindHead.Length > 0)
        {
            // An answer with a body: the handshake was refused.
            var length = Math.Min(buffer.Length, _behindHead.Length);
            _behindHead.AsSpan(0, length).CopyTo(buffer.Span);
            _behindHead = _behindHead[length..];
            return length;
        }
        var read = await connection.ReadAsync(buffer, cancellationToken);
        if (_matched == EndOfHead.Length)
            return read;
        var head = HeadIn(buffer.Span[..read]);
        _behindHead = buffer.Span[head..read].ToArray();
        return head;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isReleased, this);
        return connection.WriteAsync(buffer, cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => connection.FlushAsync(cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isReleased)
            connection.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>How many of these bytes belong to the head, which may end in the middle of them or later.</summary>
    private int HeadIn(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            _matched = bytes[i] == EndOfHead[_matched] ? _matched + 1 : bytes[i] == EndOfHead[0] ? 1 : 0;
            if (_matched == EndOfHead.Length)
                return i + 1;
        }
        return bytes.Length;
    }
}
