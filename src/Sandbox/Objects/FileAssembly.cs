using System.Security.Cryptography;
using System.Text;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Makes a file of the parts that came, when they are what the client says they are.</summary>
internal sealed class FileAssembly(ObjectStore objects, PendingUploads uploads)
{
    /// <summary>Of two who complete the same file at once, the second finds it there.</summary>
    private readonly Lock _lock = new();

    /// <summary>The hash of a file: that of its parts' hashes, joined by commas.</summary>
#pragma warning disable CA5351 // The SDK's choice, and S3's; it tells files apart and proves nothing.
    public static string HashOf(IEnumerable<string> partHashes) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(string.Join(',', partHashes))));
#pragma warning restore CA5351

    /// <summary>
    /// The file of an upload, which has ended then; or the one of the same hash that is there already.
    /// </summary>
    /// <param name="hashes">The MD5 of each part, in order.</param>
    public Answer<StoredContent> Assemble(UploadID id, IReadOnlyList<string> hashes)
    {
        if (HashOf(hashes) != id.Hash)
            return ServerErrors.Internal("md5 mismatching");
        var key = StoredContent.HashFolder + id.Hash;
        lock (_lock)
        {
            var upload = uploads.Find(id.ID) is { } found && found.Key == key ? found : null;
            if (objects.FindContent(key) is { } content)
            {
                if (upload is not null)
                    uploads.TryEnd(upload, kept: []);
                return content;
            }
            if (upload is null)
                return ServerErrors.Internal(
                    (id.Type is UploadKind.Multipart ? StorageRefusal.NoSuchUpload : StorageRefusal.NoSuchKey).Message);
            var parts = id.Type is UploadKind.Multipart ? Parts(upload, hashes) : SinglePart(upload, id.Hash);
            if (!parts.IsOk)
                return parts.Error;
            if (!uploads.TryEnd(upload, parts.Value))
                return ServerErrors.Internal("[concurrency]copy md5 mismatching");
            content = new StoredContent(key, id.Hash, upload.ContentType, parts.Value);
            objects.PutContent(content);
            return content;
        }
    }

    private static Answer<List<ObjectBlob>> Parts(PendingUpload upload, IReadOnlyList<string> hashes)
    {
        var parts = new List<ObjectBlob>(hashes.Count);
        foreach (var hash in hashes)
        {
            if (!upload.Parts.TryGetValue(parts.Count + 1, out var part)
                || !string.Equals(part.MD5, hash, StringComparison.OrdinalIgnoreCase))
                return ServerErrors.Internal("One or more of the specified parts could not be found. The part may not"
                    + " have been uploaded, or the specified entity tag may not match the part's entity tag.");
            parts.Add(part);
        }
        if (parts.SkipLast(1).Any(part => part.Length < PartSizes.Min))
            return ServerErrors.Internal("Your proposed upload is smaller than the minimum allowed object size.");
        return parts.Sum(part => part.Length) == upload.Size
            ? parts
            : ServerErrors.Internal("upload size mismatching");
    }

    /// <summary>A wrong file is dropped; the client may put the right one to the same URL.</summary>
    private Answer<List<ObjectBlob>> SinglePart(PendingUpload upload, string hash)
    {
        if (!upload.Parts.TryGetValue(1, out var part))
            return ServerErrors.Internal(StorageRefusal.NoSuchKey.Message);
        ServerError error;
        if (part.Length != upload.Size)
            error = ServerErrors.Internal("upload size mismatching");
        else if (HashOf([part.MD5]) is var actual && actual != hash)
            error = ServerErrors.Arguments($"md5 mismatching {actual} != {hash}");
        else
            return new List<ObjectBlob> { part };
        uploads.Drop(upload, part);
        return error;
    }
}
