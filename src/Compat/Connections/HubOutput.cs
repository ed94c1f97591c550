using System.IO.Pipelines;
using OpenIM.SignalR.Compat.Protocol;

namespace OpenIM.SignalR.Compat.Connections;

/// <summary>
/// Where SignalR writes. Replies do not pass here (the protocol hands them to the connection at once); what does is
/// SignalR's own answer to the handshake, which no legacy client knows and which is swallowed, and events, which
/// SignalR encodes once for all connections and which become this client's dialect here.
/// </summary>
internal sealed class HubOutput(LegacyConnection connection) : PipeWriter
{
    private byte[] _handshakeAnswer = [];

    /// <inheritdoc />
    public override ValueTask<FlushResult> WriteAsync(
        ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (!source.IsEmpty)
            connection.Dialect.WriteEvent(connection, new HubEvent(source.Span));
        return default;
    }

    /// <inheritdoc />
    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        _handshakeAnswer = [];
        return default;
    }

    /// <inheritdoc />
    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_handshakeAnswer.Length < Math.Max(sizeHint, 1))
            _handshakeAnswer = new byte[Math.Max(sizeHint, 64)];
        return _handshakeAnswer;
    }

    /// <inheritdoc />
    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc />
    public override void Advance(int bytes)
    {
    }

    /// <inheritdoc />
    public override void CancelPendingFlush()
    {
    }

    /// <inheritdoc />
    public override void Complete(Exception? exception = null)
    {
    }
}
