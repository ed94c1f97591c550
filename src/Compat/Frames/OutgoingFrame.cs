using System.Buffers;

namespace OpenIM.SignalR.Compat.Frames;

/// <summary>A finished frame, header included, in a rented array.</summary>
internal readonly struct OutgoingFrame(byte[] array, int start, int length)
{
    public int Length => length;

    public ReadOnlyMemory<byte> Bytes => array.AsMemory(start, length);

    public void Return() => ArrayPool<byte>.Shared.Return(array);

    /// <summary>The same frame once more, for another connection.</summary>
    public OutgoingFrame Copy()
    {
        var copy = ArrayPool<byte>.Shared.Rent(length);
        Bytes.Span.CopyTo(copy);
        return new OutgoingFrame(copy, 0, length);
    }
}
