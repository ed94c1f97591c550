using System.IO.Compression;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// An event in the ring. Lists are kept compressed: the one that tells all unread conversations after a login is the
/// largest thing that an idle session holds, 46 kB for 50 of them, and 5 kB like this.
/// </summary>
internal readonly struct KeptEvent
{
    /// <summary>
    /// What an event costs besides its JSON: references, the queue's slot, the cursor on the way out.
    /// </summary>
    private const int Overhead = 96;

    private const int SmallestList = 4 * 1024;

    /// <summary>What takes longer to compress than a turn of a session should last is kept as it is.</summary>
    private const int LargestList = 256 * 1024;

    /// <summary>
    /// What repeats itself shrinks to almost nothing, and would let Resume answer with thousands of times the ring.
    /// </summary>
    private const int LargestRatio = 16;

    private const int Quality = 1;
    private const int Window = 18;

    private readonly IReadOnlyList<RawJson> _arguments;
    private readonly int _length;

    public KeptEvent(string name, IReadOnlyList<RawJson> arguments)
    {
        Name = name;
        _arguments = arguments;
        if (arguments is [{ Utf8.Length: >= SmallestList and <= LargestList and var length } list]
            && Compress(list.Utf8.Span) is { } compressed)
        {
            _arguments = [new RawJson(compressed)];
            _length = length;
            Size = Overhead + Math.Max(compressed.Length, length / LargestRatio);
            return;
        }
        Size = Overhead;
        foreach (var argument in arguments)
            Size += argument.Utf8.Length;
    }

    public string Name { get; }

    /// <summary>What it counts for, in bytes.</summary>
    public int Size { get; }

    public IReadOnlyList<RawJson> Arguments => _length == 0 ? _arguments : [new RawJson(Decompress())];

    private static byte[]? Compress(ReadOnlySpan<byte> json)
    {
        var rented = System.Buffers.ArrayPool<byte>.Shared.Rent(json.Length);
        var fits = BrotliEncoder.TryCompress(json, rented.AsSpan(0, json.Length / 2), out var length, Quality, Window);
        var compressed = fits ? rented.AsSpan(0, length).ToArray() : null;
        System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        return compressed;
    }

    private byte[] Decompress()
    {
        var json = new byte[_length];
        BrotliDecoder.TryDecompress(_arguments[0].Utf8.Span, json, out _);
        return json;
    }
}
