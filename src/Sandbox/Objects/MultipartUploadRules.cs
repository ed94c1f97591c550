using System.Security.Cryptography;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Uploads as the SDK does them:
/// <list type="number">
/// <item>initiate, with the hash of the parts' hashes; a file that is there already is only given one more name;</item>
/// <item>PUT of each part to its signed URL;</item>
/// <item>complete, with the hashes of the parts; only now the file has a name.</item>
/// </list>
/// A file that fits into one part has its URL from the start; others may ask for signatures as they go.
/// </summary>
internal sealed class MultipartUploadRules(
    ObjectStore objects, PendingUploads uploads, FileAssembly assembly, StorageUrls urls, TimeProvider time)
{
    /// <summary>How long a single part's URL is good, and a file's.</summary>
    public static readonly TimeSpan PresignedLifetime = TimeSpan.FromDays(7);

    private static readonly TimeSpan MultipartLifetime = TimeSpan.FromHours(24);

    public static Answer<PartLimitResp> PartLimit(Caller caller, PartLimitReq request) => new PartLimitResp
    {
        MinPartSize = PartSizes.Min, MaxPartSize = PartSizes.Max, MaxNumSize = PartSizes.MaxNumber,
    };

    public static Answer<PartSizeResp> PartSize(Caller caller, PartSizeReq request)
    {
        var size = PartSizes.Of(request.Size);
        return size.IsOk ? new PartSizeResp { Size = size.Value } : size.Error;
    }

    /// <param name="storage">The address of the storage as the client sees it.</param>
    public Answer<InitiateMultipartUploadResp> Initiate(
        string storage, Caller caller, InitiateMultipartUploadReq request)
    {
        if (ObjectNames.Check(caller, request.Name) is { } refusal)
            return refusal;
        if (request.Size < 0)
            return ServerErrors.Internal("invalid size");
        if (!request.Hash.All(char.IsAsciiHexDigit))
            return ServerErrors.Internal("encoding/hex: invalid byte");
        if (request.Hash.Length != 2 * MD5.HashSizeInBytes)
            return ServerErrors.Internal("invalid md5");
        var partSize = PartSizes.Of(request.Size);
        if (!partSize.IsOk)
            return partSize.Error;
        var parts = PartSizes.NumberOf(request.Size, partSize.Value);
        if (request.MaxParts > parts)
            return ServerErrors.Internal($"too many parts: {parts}");
        if (objects.FindContent(StoredContent.HashFolder + request.Hash) is { } content)
        {
            Name(caller, request.Name, content, request.ContentType, request.Cause);
            return new InitiateMultipartUploadResp { Url = request.UrlPrefix + request.Name };
        }
        return new InitiateMultipartUploadResp { Upload = Begin(storage, request, partSize.Value, parts) };
    }

    public Answer<AuthSignResp> Sign(string storage, Caller caller, AuthSignReq request)
    {
        var (id, complaint) = OpaqueID.Read(request.UploadID, ObjectsJson.Default.UploadID);
        switch (id?.Type)
        {
            case null:
                return ServerErrors.Internal(complaint);
            case UploadKind.Presigned:
                return ServerErrors.Internal("presigned id not support auth sign");
            case not UploadKind.Multipart:
                return ServerErrors.Internal("invalid upload id type");
        }
        if (request.PartNumbers.Count > PartSizes.MaxNumber)
            return ServerErrors.Internal($"too many parts: {request.PartNumbers.Count}");
        var sign = urls.Parts(storage, id.ID, request.PartNumbers, After(MultipartLifetime));
        return new AuthSignResp { Url = sign.Url, Query = { sign.Query }, Parts = { sign.Parts } };
    }

    public Answer<CompleteMultipartUploadResp> Complete(Caller caller, CompleteMultipartUploadReq request)
    {
        if (ObjectNames.Check(caller, request.Name) is { } refusal)
            return refusal;
        var (id, complaint) = OpaqueID.Read(request.UploadID, ObjectsJson.Default.UploadID);
        if (id is null)
            return ServerErrors.Internal(complaint);
        var content = assembly.Assemble(id, request.Parts);
        if (!content.IsOk)
            return content.Error;
        Name(caller, request.Name, content.Value, request.ContentType, request.Cause);
        return new CompleteMultipartUploadResp { Url = request.UrlPrefix + request.Name };
    }

    private UploadInfo Begin(string storage, InitiateMultipartUploadReq request, long partSize, int parts)
    {
        var isPresigned = parts == 1;
        var lifetime = isPresigned ? PresignedLifetime : MultipartLifetime;
        var upload = new PendingUpload
        {
            ID = Guid.NewGuid().ToString("N"),
            Key = StoredContent.HashFolder + request.Hash,
            Size = request.Size,
            PartSize = partSize,
            ContentType = request.ContentType,
            ExpireTime = After(lifetime),
        };
        uploads.Add(upload);
        return new UploadInfo
        {
            UploadID = new UploadID(
                isPresigned ? UploadKind.Presigned : UploadKind.Multipart, upload.ID, request.Size, request.Hash)
                .ToString(),
            PartSize = partSize,
            Sign = isPresigned ? Presign(storage, upload) : Sign(storage, upload, request.MaxParts, parts),
            ExpireTime = After(PresignedLifetime),
        };
    }

    private AuthSignParts Presign(string storage, PendingUpload upload)
    {
        var part = new SignPart
        {
            PartNumber = 1, Url = urls.PresignedUpload(storage, upload.ID, upload.ExpireTime),
        };
        if (upload.ContentType.Length > 0)
            part.Header.Add(new KeyValues { Key = "Content-Type", Values = { upload.ContentType } });
        return new AuthSignParts { Parts = { part } };
    }

    /// <summary>The signatures wanted at once: all for a negative number, none for 0.</summary>
    private AuthSignParts? Sign(string storage, PendingUpload upload, int wanted, int parts) => wanted == 0
        ? null
        : urls.Parts(storage, upload.ID, Enumerable.Range(1, wanted < 0 ? parts : wanted), upload.ExpireTime);

    private void Name(Caller caller, string name, StoredContent content, string contentType, string cause) =>
        objects.Set(new ObjectEntry(name, caller.UserID, content.Key, contentType, cause, After(TimeSpan.Zero)));

    private long After(TimeSpan lifetime) => (time.GetUtcNow() + lifetime).ToUnixTimeMilliseconds();
}
