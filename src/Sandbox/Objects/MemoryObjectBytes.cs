using System.Collections.Concurrent;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Uploaded bytes in memory; they end with the Sandbox.</summary>
internal sealed class MemoryObjectBytes : IObjectBytes
{
    private readonly ConcurrentDictionary<string, List<byte[]>> _blobs = new(StringComparer.Ordinal);

    public void Append(string blobID, int chunk, ReadOnlySpan<byte> bytes) =>
        _blobs.GetOrAdd(blobID, static _ => []).Add(bytes.ToArray());

    public int Read(string blobID, int chunk, int offset, Span<byte> destination)
    {
        if (!_blobs.TryGetValue(blobID, out var chunks) || chunk >= chunks.Count)
            throw new IOException("The bytes of this object are gone.");
        var bytes = chunks[chunk].AsSpan(offset);
        var count = Math.Min(bytes.Length, destination.Length);
        bytes[..count].CopyTo(destination);
        return count;
    }

    public void Delete(string blobID) => _blobs.TryRemove(blobID, out _);

    public IReadOnlyDictionary<string, long> Lengths() =>
        _blobs.ToDictionary(blob => blob.Key, blob => blob.Value.Sum(chunk => (long)chunk.Length));
}
