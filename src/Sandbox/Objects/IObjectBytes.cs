namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Where the bytes of uploaded files are: blobs of chunks. All chunks of a blob but the last have
/// <see cref="ChunkLength"/> bytes. One writer fills a blob; readers come when it is complete.
/// </summary>
internal interface IObjectBytes
{
    /// <summary>Below the size from which .NET keeps arrays in a heap that is rarely collected.</summary>
    const int ChunkLength = 64 << 10;

    /// <summary>Adds the next chunk; <paramref name="chunk"/> counts from 0.</summary>
    void Append(string blobID, int chunk, ReadOnlySpan<byte> bytes);

    /// <summary>Fills <paramref name="destination"/> from within one chunk and says how many bytes that were.</summary>
    /// <exception cref="IOException">There is no such chunk (anymore).</exception>
    int Read(string blobID, int chunk, int offset, Span<byte> destination);

    void Delete(string blobID);

    /// <summary>All blobs, finished or not, with their lengths in bytes.</summary>
    IReadOnlyDictionary<string, long> Lengths();
}
