using Microsoft.AspNetCore.Http.Features;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// <c>PUT</c> of a part. What does not fit is refused by its Content-Length, before a byte of it is read; whether it is
/// the part that was announced shows when the upload is completed, as with S3.
/// </summary>
internal sealed class PartUpload(PendingUploads uploads, ObjectBlobs blobs, StorageUrls urls)
{
    /// <summary>Null when the part was taken and answered.</summary>
    public async Task<StorageRefusal?> TakeAsync(HttpContext context, string uploadID)
    {
        var (query, request) = (context.Request.Query, context.Request);
        var number = query["partNumber"].ToString();
        if (urls.CheckPart(uploadID, number, query["expires"], query["signature"]) is { } refusal)
            return refusal;
        if (uploads.Find(uploadID) is not { } upload)
            return StorageRefusal.NoSuchUpload;
        if (!int.TryParse(number, out var partNumber)
            || partNumber < 1 || partNumber > PartSizes.NumberOf(upload.Size, upload.PartSize))
            return StorageRefusal.NoSuchPart;
        if (request.ContentLength is not { } length)
            return StorageRefusal.NoLength;
        if (length > upload.PartSize)
            return StorageRefusal.TooLarge;

        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = length;
        var receipt = await blobs.ReceiveAsync(request.Body, length, context.RequestAborted);
        if (receipt.Blob is not { } blob)
            return receipt.Refusal;
        var error = IsAsDigested(request, blob)
            ? uploads.TryPut(uploadID, partNumber, blob) ? null : StorageRefusal.NoSuchUpload
            : StorageRefusal.WrongDigest;
        if (error is not null)
        {
            blobs.Free(blob);
            return error;
        }
        context.Response.Headers.ETag = $"\"{blob.MD5}\"";
        context.Response.ContentLength = 0;
        return null;
    }

    private static bool IsAsDigested(HttpRequest request, ObjectBlob blob) =>
        request.Headers.ContentMD5.ToString() is var given
        && (given.Length == 0 || given == Convert.ToBase64String(Convert.FromHexString(blob.MD5)));
}
