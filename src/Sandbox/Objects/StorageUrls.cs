using Microsoft.AspNetCore.Http.Extensions;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The signed URLs of the storage. On a real server they lead to MinIO or a cloud; here they stay on the REST API's
/// port:
/// <code>
/// PUT      /sandbox-storage/upload/{id}?partNumber&amp;expires&amp;signature     a part of a file
/// POST     /sandbox-storage/form/{id}                                 a browser's form
/// GET HEAD /sandbox-storage/object/{key}?expires&amp;type&amp;filename&amp;signature  a file
/// </code>
/// </summary>
internal sealed class StorageUrls(StorageSignature signature)
{
    public const string Root = "/sandbox-storage";
    public const string UploadPath = "/upload/";
    public const string FormPath = "/form/";
    public const string ObjectPath = "/object/";

    public static string Upload(string storage, string uploadID) => storage + UploadPath + uploadID;

    public static string Form(string storage, string uploadID) => storage + FormPath + uploadID;

    public string PresignedUpload(string storage, string uploadID, long expires) => Upload(storage, uploadID)
        + new QueryBuilder
        {
            { "partNumber", "1" },
            { "expires", $"{expires}" },
            { "signature", SignPart(uploadID, 1, expires) },
        };

    /// <summary>
    /// The signatures of some parts of one upload. What they have in common is said once, as the real server does.
    /// </summary>
    public AuthSignParts Parts(string storage, string uploadID, IEnumerable<int> partNumbers, long expires) => new()
    {
        Url = Upload(storage, uploadID),
        Query = { new KeyValues { Key = "expires", Values = { $"{expires}" } } },
        Parts =
        {
            partNumbers.Select(partNumber => new SignPart
            {
                PartNumber = partNumber,
                Query =
                {
                    new KeyValues { Key = "partNumber", Values = { $"{partNumber}" } },
                    new KeyValues { Key = "signature", Values = { SignPart(uploadID, partNumber, expires) } },
                },
            }),
        },
    };

    public StorageRefusal? CheckPart(string uploadID, string partNumber, string? expires, string? given) =>
        signature.Check(given, expires, "PUT", uploadID, partNumber);

    /// <param name="type">The Content-Type with which the file is served.</param>
    /// <param name="filename">Under which browsers save it; empty for what they show in place.</param>
    public string Object(string storage, string key, string type, string filename, long expires) =>
        storage + ObjectPath + string.Join('/', key.Split('/').Select(Uri.EscapeDataString)) + new QueryBuilder
        {
            { "expires", $"{expires}" },
            { "type", type },
            { "filename", filename },
            { "signature", signature.Of(expires, "GET", key, type, filename) },
        };

    public StorageRefusal? CheckObject(string key, string type, string filename, string? expires, string? given) =>
        signature.Check(given, expires, "GET", key, type, filename);

    public string SignForm(string uploadID, string contentType, long expires) =>
        signature.Of(expires, "POST", uploadID, contentType);

    public StorageRefusal? CheckForm(string uploadID, string contentType, string? expires, string? given) =>
        signature.Check(given, expires, "POST", uploadID, contentType);

    private string SignPart(string uploadID, int partNumber, long expires) =>
        signature.Of(expires, "PUT", uploadID, $"{partNumber}");
}
