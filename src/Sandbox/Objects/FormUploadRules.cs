using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Uploads by a browser's form: fields that the server signed, and the file.</summary>
internal sealed class FormUploadRules(
    ObjectStore objects, PendingUploads uploads, ObjectBlobs blobs, StorageUrls urls, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>How long a file waits for being completed, once its form can no longer be sent.</summary>
    private static readonly TimeSpan CompletionTime = TimeSpan.FromHours(24);

    /// <summary>The HTTP status that says to the client that its form has arrived.</summary>
    public const int SuccessCode = StatusCodes.Status200OK;

    /// <summary>The field of the form that the file is in.</summary>
    public const string FileField = "file";

    /// <param name="storage">The address of the storage as the client sees it.</param>
    public Answer<InitiateFormDataResp> Initiate(string storage, Caller caller, InitiateFormDataReq request)
    {
        if (request.Name.Length == 0)
            return ServerErrors.Arguments("name is empty");
        if (request.Size <= 0)
            return ServerErrors.Arguments("size must be greater than 0");
        if (ObjectNames.Check(caller, request.Name) is { } refusal)
            return refusal;

        var now = time.GetUtcNow();
        var id = Guid.NewGuid().ToString("N");
        var expires = now
            + (caller.IsAdmin && request.Millisecond > 0 ? Milliseconds(request.Millisecond) : Lifetime);
        var key = caller.IsAdmin && request.Absolute
            ? request.Name
            : $"{StoredContent.DirectFolder}{now:yyyyMMdd}/{caller.UserID}/{id}{Path.GetExtension(request.Name)}";
        uploads.Add(new PendingUpload
        {
            ID = id,
            Key = key,
            Size = request.Size,
            PartSize = request.Size,
            ContentType = request.ContentType,
            ExpireTime = (expires + CompletionTime).ToUnixTimeMilliseconds(),
        });
        return Form(storage, id, expires.ToUnixTimeMilliseconds(), request.ContentType,
            new FormUploadID(id, key, request.Name, request.Size, request.ContentType, request.Group));
    }

    public Answer<CompleteFormDataResp> Complete(Caller caller, CompleteFormDataReq request)
    {
        if (request.Id.Length == 0)
            return ServerErrors.Arguments("id is empty");
        var (id, complaint) = OpaqueID.Read(request.Id, ObjectsJson.Default.FormUploadID);
        if (id is null)
            return ServerErrors.Arguments($"invalid id {complaint}");
        if (ObjectNames.Check(caller, id.Name) is { } refusal)
            return refusal;
        var content = Content(id);
        if (!content.IsOk)
            return content.Error;
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        objects.Set(new ObjectEntry(id.Name, caller.UserID, content.Value.Key, id.ContentType, id.Group, now));
        return new CompleteFormDataResp { Url = request.UrlPrefix + id.Name };
    }

    /// <summary>An administrator's own lifetime; a year is as long as for ever.</summary>
    private static TimeSpan Milliseconds(long milliseconds) =>
        TimeSpan.FromMilliseconds(Math.Min(milliseconds, (long)TimeSpan.FromDays(365).TotalMilliseconds));

    private InitiateFormDataResp Form(
        string storage, string uploadID, long expires, string contentType, FormUploadID id)
    {
        var form = new InitiateFormDataResp
        {
            Id = id.ToString(),
            Url = StorageUrls.Form(storage, uploadID),
            File = FileField,
            Expires = expires,
            SuccessCodes = { SuccessCode },
            FormData =
            {
                ["expires"] = $"{expires}",
                ["signature"] = urls.SignForm(uploadID, contentType, expires),
            },
        };
        if (contentType.Length > 0)
            form.FormData["Content-Type"] = contentType;
        return form;
    }

    /// <summary>
    /// The file of the form. It is in its place as soon as it is complete; the client may say so more than once.
    /// </summary>
    private Answer<StoredContent> Content(FormUploadID id)
    {
        if (uploads.Find(id.ID) is { } upload && upload.Key == id.Key && upload.Parts.TryGetValue(1, out var file))
        {
            if (file.Length != id.Size)
                return ServerErrors.Data("file size mismatch");
            if (uploads.TryEnd(upload, [file]))
            {
                var content = new StoredContent(id.Key, $"etag_{file.MD5}", upload.ContentType, [file]);
                foreach (var blob in objects.PutContent(content)?.Blobs ?? [])
                    blobs.Free(blob);
                return content;
            }
        }
        return objects.FindContent(id.Key) is not { } there ? ServerErrors.Internal(StorageRefusal.NoSuchKey.Message)
            : there.Size != id.Size ? ServerErrors.Data("file size mismatch")
            : there;
    }
}
