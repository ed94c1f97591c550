using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// <c>POST</c> of a browser's form: the fields that were signed, then the file. What comes after the file is ignored,
/// as S3 does, so that the file need not be kept aside until its signature is known.
/// </summary>
internal sealed class FormUpload(PendingUploads uploads, ObjectBlobs blobs, StorageUrls urls)
{
    private const int MaxFields = 20;
    private const int MaxFieldBytes = 4096;

    /// <summary>For the fields and the lines around them.</summary>
    private const int MaxFormBytes = 128 << 10;

    /// <summary>Null when the file was taken and answered.</summary>
    public async Task<StorageRefusal?> TakeAsync(HttpContext context, string uploadID)
    {
        if (uploads.Find(uploadID) is not { } upload)
            return StorageRefusal.NoSuchUpload;
        if (Boundary(context.Request) is not { } boundary)
            return StorageRefusal.MalformedForm;
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize =
            upload.Size + MaxFormBytes;
        try
        {
            var sections = new MultipartReader(boundary, context.Request.Body) { HeadersCountLimit = 8 };
            return await TakeAsync(context, upload, sections);
        }
        // Of the reader: more headers or longer lines than are allowed, or an end before the end.
        catch (Exception error) when (error is InvalidDataException or IOException and not BadHttpRequestException
            && !context.RequestAborted.IsCancellationRequested)
        {
            return StorageRefusal.MalformedForm;
        }
    }

    private async Task<StorageRefusal?> TakeAsync(HttpContext context, PendingUpload upload, MultipartReader sections)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (fields.Count <= MaxFields
            && await sections.ReadNextSectionAsync(context.RequestAborted) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                return StorageRefusal.MalformedForm;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (name == FormUploadRules.FileField)
                return Check(upload, fields) ?? await TakeFileAsync(context, upload, section.Body);
            if (await ReadFieldAsync(section.Body, context.RequestAborted) is not { } value)
                return StorageRefusal.MalformedForm;
            fields[name] = value;
        }
        return StorageRefusal.MalformedForm;
    }

    private StorageRefusal? Check(PendingUpload upload, Dictionary<string, string> fields) =>
        urls.CheckForm(
            upload.ID,
            fields.GetValueOrDefault("Content-Type", ""),
            fields.GetValueOrDefault("expires"),
            fields.GetValueOrDefault("signature"));

    private async Task<StorageRefusal?> TakeFileAsync(HttpContext context, PendingUpload upload, Stream file)
    {
        var receipt = await blobs.ReceiveAsync(file, upload.Size, context.RequestAborted);
        if (receipt.Blob is not { } blob)
            return receipt.Refusal;
        if (!uploads.TryPut(upload.ID, 1, blob))
        {
            blobs.Free(blob);
            return StorageRefusal.NoSuchUpload;
        }
        context.Response.StatusCode = FormUploadRules.SuccessCode;
        context.Response.Headers.ETag = $"\"{blob.MD5}\"";
        context.Response.ContentLength = 0;
        return null;
    }

    private static async Task<string?> ReadFieldAsync(Stream field, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxFieldBytes + 1];
        var length = await field.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MaxFieldBytes ? Encoding.UTF8.GetString(buffer, 0, length) : null;
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
            ? boundary.ToString()
            : null;
}
