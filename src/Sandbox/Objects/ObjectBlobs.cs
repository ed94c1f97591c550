using System.Buffers;
using System.Security.Cryptography;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Takes bytes from requests, chunk by chunk, and gives them back as streams. Room for all that a request may bring is
/// set aside before its first byte is read, so that uploads together never exceed the limit.
/// </summary>
internal sealed class ObjectBlobs
{
    private readonly IObjectBytes _bytes;
    private readonly long _limit;
    private long _used;

    public ObjectBlobs(IObjectBytes bytes, SandboxOptions options)
    {
        _bytes = bytes;
        _limit = options.MaxObjectBytes;
        _used = bytes.Lengths().Values.Sum();
    }

    /// <summary>Bytes that are stored or set aside for requests under way.</summary>
    public long Used => Interlocked.Read(ref _used);

    /// <summary>Reads <paramref name="source"/> to its end.</summary>
    /// <returns>
    /// The blob, or why not: it was longer than <paramref name="maxLength"/>, or that much room is not left.
    /// </returns>
    /// <exception cref="IOException">The client ended in the middle; what came is freed.</exception>
    public async Task<BlobReceipt> ReceiveAsync(Stream source, long maxLength, CancellationToken cancellationToken)
    {
        if (!TrySetAside(maxLength))
            return StorageRefusal.Full;
        var blobID = Guid.NewGuid().ToString("N");
        var buffer = ArrayPool<byte>.Shared.Rent(IObjectBytes.ChunkLength);
        var length = 0L;
        var isComplete = false;
        try
        {
            using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
            for (var chunk = 0; ; chunk++)
            {
                var read = await source.ReadAtLeastAsync(
                    buffer.AsMemory(0, IObjectBytes.ChunkLength),
                    IObjectBytes.ChunkLength,
                    throwOnEndOfStream: false,
                    cancellationToken);
                if (read == 0)
                    break;
                if (length + read > maxLength)
                    return StorageRefusal.TooLarge;
                var bytes = buffer.AsSpan(0, read);
                md5.AppendData(bytes);
                _bytes.Append(blobID, chunk, bytes);
                length += read;
                if (read < IObjectBytes.ChunkLength)
                    break;
            }
            isComplete = true;
            return new ObjectBlob(blobID, length, Convert.ToHexStringLower(md5.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (!isComplete)
                _bytes.Delete(blobID);
            Interlocked.Add(ref _used, (isComplete ? length : 0) - maxLength);
        }
    }

    public Stream Open(IReadOnlyList<ObjectBlob> blobs) => new BlobStream(_bytes, blobs);

    public void Free(ObjectBlob blob)
    {
        _bytes.Delete(blob.ID);
        Interlocked.Add(ref _used, -blob.Length);
    }

    /// <summary>The blobs that are there; at a start, what an end in the middle left included.</summary>
    public IReadOnlyDictionary<string, long> Lengths() => _bytes.Lengths();

    private bool TrySetAside(long length)
    {
        if (Interlocked.Add(ref _used, length) <= _limit)
            return true;
        Interlocked.Add(ref _used, -length);
        return false;
    }
}
