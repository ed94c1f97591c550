using System.Xml.Linq;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// What stands at signed URLs (<see cref="StorageUrls"/>). It knows no tokens and no envelope: refusals have the form
/// of S3, and a good signature is all it takes.
/// </summary>
internal sealed class StorageEndpoint(PartUpload parts, FormUpload forms, ObjectDownload downloads)
{
    public async Task HandleAsync(HttpContext context)
    {
        var refusal = await AnswerAsync(context);
        if (refusal is not null)
            await RefuseAsync(context, refusal);
    }

    private Task<StorageRefusal?> AnswerAsync(HttpContext context)
    {
        var (path, method) = (context.Request.Path.Value ?? "", context.Request.Method);
        if (Below(StorageUrls.UploadPath) is { } partUpload)
            return HttpMethods.IsPut(method) ? parts.TakeAsync(context, partUpload) : WrongMethod();
        if (Below(StorageUrls.FormPath) is { } formUpload)
            return HttpMethods.IsPost(method) ? forms.TakeAsync(context, formUpload) : WrongMethod();
        if (Below(StorageUrls.ObjectPath) is { } key)
            return HttpMethods.IsGet(method) || HttpMethods.IsHead(method)
                ? downloads.SendAsync(context, key)
                : WrongMethod();
        return Task.FromResult<StorageRefusal?>(StorageRefusal.NoSuchPath);

        string? Below(string start) => path.StartsWith(start, StringComparison.Ordinal) ? path[start.Length..] : null;

        static Task<StorageRefusal?> WrongMethod() => Task.FromResult<StorageRefusal?>(StorageRefusal.WrongMethod);
    }

    private static Task RefuseAsync(HttpContext context, StorageRefusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "application/xml";
        var error = new XElement("Error", new XElement("Code", refusal.Code), new XElement("Message", refusal.Message));
        return context.Response.WriteAsync(error.ToString(SaveOptions.DisableFormatting), context.RequestAborted);
    }
}
