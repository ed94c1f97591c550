using System.Text;
using Microsoft.Net.Http.Headers;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// <c>GET</c> and <c>HEAD</c> of a file: whole or a range, with the type and the name that its URL was signed for.
/// </summary>
internal sealed class ObjectDownload(ObjectStore objects, ObjectBlobs blobs, StorageUrls urls)
{
    private const string AnyType = "application/octet-stream";

    /// <summary>Null when the file was sent.</summary>
    public async Task<StorageRefusal?> SendAsync(HttpContext context, string key)
    {
        var query = context.Request.Query;
        var (type, filename) = (query["type"].ToString(), query["filename"].ToString());
        if (urls.CheckObject(key, type, filename, query["expires"], query["signature"]) is { } refusal)
            return refusal;
        if (objects.FindContent(key) is not { } content)
            return StorageRefusal.NoSuchKey;
        // What users upload is shown as what they say it is and nothing else, on the REST API's origin above all.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "sandbox";
        await TypedResults.Stream(
            blobs.Open(content.Blobs),
            Valid(type),
            filename.Length > 0 ? filename : null,
            entityTag: new EntityTagHeaderValue($"\"{content.ETag}\""),
            enableRangeProcessing: true).ExecuteAsync(context);
        return null;
    }

    /// <summary>Users choose the type freely, but not everything can stand in a header.</summary>
    private static string Valid(string type) =>
        Ascii.IsValid(type) && MediaTypeHeaderValue.TryParse(type, out var parsed) ? parsed.ToString() : AnyType;
}
