using System.Buffers;
using System.IO.Compression;

namespace OpenIM.SignalR.Upstream;

/// <summary>With <c>compression=gzip</c> every binary frame is one complete gzip stream.</summary>
internal static class GatewayCompression
{
    /// <summary>
    /// Puts the compressed frame into <paramref name="frame"/>'s place and returns its length; both are of the shared
    /// pool.
    /// </summary>
    public static int Compress(ref byte[] frame, int length)
    {
        // What cannot be compressed grows by the headers and a few bytes per block.
        var compressed = ArrayPool<byte>.Shared.Rent(length + length / 1000 + 128);
        using var target = new MemoryStream(compressed);
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(frame, 0, length);
        ArrayPool<byte>.Shared.Return(frame);
        frame = compressed;
        return (int)target.Position;
    }

    /// <summary>Undoes it into a buffer of the shared pool, and returns the length.</summary>
    /// <exception cref="InvalidDataException">It is no gzip, or more than <paramref name="limit"/> bytes come
    /// out.</exception>
    public static int Decompress(ReadOnlySpan<byte> compressed, int limit, out byte[] frame)
    {
        var source = ArrayPool<byte>.Shared.Rent(compressed.Length);
        frame = ArrayPool<byte>.Shared.Rent(Math.Min(limit + 1, 4 * compressed.Length));
        try
        {
            compressed.CopyTo(source);
            using var gzip = new GZipStream(new MemoryStream(source, 0, compressed.Length), CompressionMode.Decompress);
            var length = 0;
            while (gzip.Read(frame, length, frame.Length - length) is > 0 and var count)
            {
                length += count;
                if (length > limit)
                    throw new InvalidDataException($"A frame is larger than {limit} bytes.");
                if (length < frame.Length)
                    continue;
                var larger = ArrayPool<byte>.Shared.Rent(2 * frame.Length);
                frame.CopyTo(larger, 0);
                ArrayPool<byte>.Shared.Return(frame);
                frame = larger;
            }
            return length;
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(frame);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(source);
        }
    }
}
