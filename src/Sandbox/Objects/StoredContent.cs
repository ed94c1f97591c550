namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// A stored file. Its key is its place in the storage, as on a real server: by hash, or for a form a path of its own.
/// Several <see cref="ObjectEntry"/> may name the same content.
/// </summary>
/// <param name="Key">Its place.</param>
/// <param name="Hash">What <c>complete</c> was told, or "etag_" and the MD5 for a form.</param>
/// <param name="ContentType">What the upload began with; for objects that have none of their own.</param>
/// <param name="Blobs">Its bytes, in order.</param>
internal sealed record StoredContent(string Key, string Hash, string ContentType, IReadOnlyList<ObjectBlob> Blobs)
{
    public const string HashFolder = "openim/data/hash/";

    public const string DirectFolder = "openim/direct/";

    /// <summary>In bytes.</summary>
    public long Size => Blobs.Sum(blob => blob.Length);

    /// <summary>As S3 has it: the MD5 of a file in one part, else that of the parts' and their number.</summary>
    public string ETag => Blobs is [var only] ? only.MD5 : $"{Hash}-{Blobs.Count}";
}
