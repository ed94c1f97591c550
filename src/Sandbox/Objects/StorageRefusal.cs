namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Why the storage does not do what a signed URL asks: status, code and text are those of S3, which is what stands
/// behind a real server, so that clients and people meet what they know.
/// </summary>
internal sealed record StorageRefusal(int Status, string Code, string Message)
{
    public static StorageRefusal WrongSignature { get; } = new(
        StatusCodes.Status403Forbidden,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided.");

    public static StorageRefusal Expired { get; } = new(
        StatusCodes.Status403Forbidden, "AccessDenied", "Request has expired");

    public static StorageRefusal NoSuchUpload { get; } = new(
        StatusCodes.Status404NotFound,
        "NoSuchUpload",
        "The specified multipart upload does not exist. The upload ID may be invalid, or the upload may have been"
        + " aborted or completed.");

    public static StorageRefusal NoSuchKey { get; } = new(
        StatusCodes.Status404NotFound, "NoSuchKey", "The specified key does not exist.");

    public static StorageRefusal NoLength { get; } = new(
        StatusCodes.Status411LengthRequired,
        "MissingContentLength",
        "You must provide the Content-Length HTTP header.");

    public static StorageRefusal TooLarge { get; } = new(
        StatusCodes.Status400BadRequest,
        "EntityTooLarge",
        "Your proposed upload exceeds the maximum allowed object size.");

    public static StorageRefusal WrongDigest { get; } = new(
        StatusCodes.Status400BadRequest, "BadDigest", "The Content-Md5 you specified did not match what we received.");

    public static StorageRefusal NoSuchPart { get; } = new(
        StatusCodes.Status400BadRequest, "InvalidArgument", "The upload has no part of this number.");

    public static StorageRefusal MalformedForm { get; } = new(
        StatusCodes.Status400BadRequest,
        "MalformedPOSTRequest",
        "The body of your POST request is not well-formed multipart/form-data.");

    public static StorageRefusal NoSuchPath { get; } = new(
        StatusCodes.Status404NotFound, "NoSuchKey", "There is nothing at this path of the storage.");

    public static StorageRefusal WrongMethod { get; } = new(
        StatusCodes.Status405MethodNotAllowed,
        "MethodNotAllowed",
        "The specified method is not allowed against this resource.");

    /// <summary>All uploads together have what <see cref="SandboxOptions.MaxObjectBytes"/> allows.</summary>
    public static StorageRefusal Full { get; } = new(
        StatusCodes.Status507InsufficientStorage,
        "XMinioStorageFull",
        "The storage has reached its limit, MaxObjectBytes of the Sandbox.");
}
