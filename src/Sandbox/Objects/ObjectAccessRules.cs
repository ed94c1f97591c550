using System.Buffers.Binary;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// From the name of an object to a URL that serves it. Whoever knows the name gets it, as on the real server: these
/// names are what messages carry.
/// </summary>
internal sealed class ObjectAccessRules(ObjectStore objects, ObjectBlobs blobs, StorageUrls urls, TimeProvider time)
{
    private const int MaxImageSide = 1024;
    private const long MaxImageBytes = 50L << 20;

    /// <param name="storage">The address of the storage as the client sees it.</param>
    public Answer<AccessURLResp> Access(string storage, AccessURLReq request)
    {
        var type = request.Query.GetValueOrDefault("type", "");
        if (type is not ("" or "image"))
            return ServerErrors.Arguments("invalid query type");
        if (objects.Find(request.Name) is not { } entry || objects.FindContent(entry.Key) is not { } content)
            return ServerErrors.RecordNotFound();
        var expires = (time.GetUtcNow() + MultipartUploadRules.PresignedLifetime).ToUnixTimeMilliseconds();
        if (type.Length > 0 && IsThumbnail(request.Query))
        {
            if (content.Size > MaxImageBytes)
                return ServerErrors.Internal("file size too large");
            return ImageType(content) is { } imageType
                ? Url(urls.Object(storage, content.Key, imageType, filename: "", expires), expires)
                : ServerErrors.Internal("object not image");
        }
        var contentType = entry.ContentType.Length > 0 ? entry.ContentType : content.ContentType;
        var filename = entry.Name[(entry.Name.TrimEnd('/').LastIndexOf('/') + 1)..].TrimEnd('/');
        return Url(urls.Object(storage, content.Key, contentType, filename, expires), expires);
    }

    private static AccessURLResp Url(string url, long expires) => new() { Url = url, ExpireTime = expires };

    /// <summary>Beyond these sides the real server gives the file as it is.</summary>
    private static bool IsThumbnail(IDictionary<string, string> query) =>
        Side(query, "width") <= MaxImageSide && Side(query, "height") <= MaxImageSide;

    private static int Side(IDictionary<string, string> query, string name) =>
        query.TryGetValue(name, out var text) && int.TryParse(text, out var side) ? side : 0;

    /// <summary>
    /// What kind of image it is, by its first bytes. There is no library here that makes it smaller: the image in its
    /// own size is what the real server gives too when it is smaller than asked for.
    /// </summary>
    private string? ImageType(StoredContent content)
    {
        using var stream = blobs.Open(content.Blobs);
        Span<byte> start = stackalloc byte[8];
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length)
            return null;
        if (BinaryPrimitives.ReadUInt64BigEndian(start) == 0x89504E470D0A1A0A)
            return "image/png";
        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8))
            return "image/gif";
        return start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg" : null;
    }
}
