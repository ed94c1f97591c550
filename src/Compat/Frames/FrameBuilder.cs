using System.Buffers;
using System.Buffers.Binary;

namespace OpenIM.SignalR.Compat.Frames;

/// <summary>
/// Builds the payload of one outgoing WebSocket frame in a rented array, with room left in front of it for the header,
/// so that a frame leaves in one write and is copied only once.
/// <code>
///   rented array: | up to 10 bytes of header, right-aligned | payload …
/// </code>
/// </summary>
internal sealed class FrameBuilder : IBufferWriter<byte>
{
    private const int HeaderRoom = 10;
    private const int InitialSize = 1024;

    private byte[] _array = [];
    private int _end;

    /// <summary>Begins a frame. The builder belongs to the caller until <see cref="Finish"/>.</summary>
    public FrameBuilder Begin()
    {
        if (_array.Length == 0)
            _array = ArrayPool<byte>.Shared.Rent(InitialSize);
        _end = HeaderRoom;
        return this;
    }

    /// <summary>Gives the frame away; its array goes back to the pool when the frame has been sent.</summary>
    public OutgoingFrame Finish(FrameKind kind)
    {
        var array = _array;
        var payload = _end - HeaderRoom;
        _array = [];
        var start = WriteHeader(array, kind, payload);
        return new OutgoingFrame(array, start, _end - start);
    }

    /// <inheritdoc />
    public void Advance(int count) => _end += count;

    /// <inheritdoc />
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsMemory(_end);
    }

    /// <inheritdoc />
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsSpan(_end);
    }

    private void Reserve(int sizeHint)
    {
        var needed = _end + Math.Max(sizeHint, 1);
        if (needed <= _array.Length)
            return;

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _array.Length * 2));
        _array.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }

    // RFC 6455 5.2, server to client: never masked, never fragmented.
    private static int WriteHeader(byte[] array, FrameKind kind, int payload)
    {
        const byte Final = 0x80;
        int start;
        switch (payload)
        {
            case < 126:
                start = HeaderRoom - 2;
                array[start + 1] = (byte)payload;
                break;
            case <= ushort.MaxValue:
                start = HeaderRoom - 4;
                array[start + 1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(array.AsSpan(start + 2), (ushort)payload);
                break;
            default:
                start = 0;
                array[start + 1] = 127;
                BinaryPrimitives.WriteUInt64BigEndian(array.AsSpan(start + 2), (ulong)payload);
                break;
        }

        array[start] = (byte)(Final | (byte)kind);
        return start;
    }
}
