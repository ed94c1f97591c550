using Microsoft.AspNetCore.Http.Features;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class ObjectEndpoints
{
    private const string ObjectFolder = "/object/";

    public static void AddObjects(this IServiceCollection services, SandboxOptions options)
    {
        if (options.File is null)
            services.AddSingleton<IObjectBytes, MemoryObjectBytes>();
        else
            services.AddSingleton<IObjectBytes, SqliteObjectBytes>();
        services.AddSingleton<ObjectBlobs>()
            .AddSingleton<ObjectStore>()
            .AddSingleton<PendingUploads>()
            .AddSingleton<FileAssembly>()
            .AddSingleton<StorageSignature>()
            .AddSingleton<StorageUrls>()
            .AddSingleton<MultipartUploadRules>()
            .AddSingleton<FormUploadRules>()
            .AddSingleton<ObjectAccessRules>()
            .AddSingleton<PartUpload>()
            .AddSingleton<FormUpload>()
            .AddSingleton<ObjectDownload>()
            .AddSingleton<StorageEndpoint>()
            .AddSingleton<UploadSweep>()
            .AddHostedService(services => services.GetRequiredService<UploadSweep>());
    }

    public static void MapObjects(this RestApi api, IServiceProvider services)
    {
        services.GetRequiredService<UploadSweep>().ClearUp();

        var multipart = services.GetRequiredService<MultipartUploadRules>();
        api.Map<PartLimitReq, PartLimitResp>("/object/part_limit", MultipartUploadRules.PartLimit);
        api.Map<PartSizeReq, PartSizeResp>("/object/part_size", MultipartUploadRules.PartSize);
        api.Map<InitiateMultipartUploadReq, InitiateMultipartUploadResp>(
            "/object/initiate_multipart_upload",
            (http, caller, request) =>
            {
                request.UrlPrefix = UrlPrefix(http);
                return multipart.Initiate(Storage(http), caller, request);
            });
        api.Map<AuthSignReq, AuthSignResp>(
            "/object/auth_sign", (http, caller, request) => multipart.Sign(Storage(http), caller, request));
        api.Map<CompleteMultipartUploadReq, CompleteMultipartUploadResp>(
            "/object/complete_multipart_upload",
            (http, caller, request) =>
            {
                request.UrlPrefix = UrlPrefix(http);
                return multipart.Complete(caller, request);
            });

        var forms = services.GetRequiredService<FormUploadRules>();
        api.Map<InitiateFormDataReq, InitiateFormDataResp>(
            "/object/initiate_form_data", (http, caller, request) => forms.Initiate(Storage(http), caller, request));
        api.Map<CompleteFormDataReq, CompleteFormDataResp>(
            "/object/complete_form_data",
            (http, caller, request) =>
            {
                request.UrlPrefix = UrlPrefix(http);
                return forms.Complete(caller, request);
            });

        var access = services.GetRequiredService<ObjectAccessRules>();
        api.Map<AccessURLReq, AccessURLResp>(
            "/object/access_url", (http, _, request) => access.Access(Storage(http), request));
        api.MapGet(ObjectFolder + "{**name}", context => RedirectAsync(context, access));
    }

    /// <summary>The address that stands in messages: nobody needs a token to follow it.</summary>
    private static Task RedirectAsync(HttpContext context, ObjectAccessRules access)
    {
        var request = new AccessURLReq { Name = Name(context) };
        foreach (var (key, values) in context.Request.Query)
            request.Query[key] = values[0] ?? "";
        var answer = access.Access(Storage(context.Request), request);
        if (answer.IsOk)
        {
            context.Response.Redirect(answer.Value.Url);
            return Task.CompletedTask;
        }
        context.Response.StatusCode = answer.Error.Code switch
        {
            1001 => StatusCodes.Status400BadRequest,
            1004 => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status500InternalServerError,
        };
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            $"Error: {answer.Error.Code} {answer.Error.Name} {answer.Error.Detail}".TrimEnd(),
            context.RequestAborted);
    }

    /// <summary>
    /// The name as it was sent: the server's own decoding leaves <c>%2F</c> in the path, Go's does not.
    /// </summary>
    private static string Name(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?', 2)[0];
        return path.StartsWith(ObjectFolder, StringComparison.Ordinal)
            ? Uri.UnescapeDataString(path[ObjectFolder.Length..])
            : (string?)context.GetRouteValue("name") ?? "";
    }

    /// <summary>What stands before names in answers: a proxy may say how it is reached.</summary>
    private static string UrlPrefix(HttpRequest request) =>
        (Proxy(request) is { Length: > 0 } proxy ? proxy.TrimEnd('/') : Host(request)) + ObjectFolder;

    /// <summary>The address of the storage, which is reached the way that the API is.</summary>
    private static string Storage(HttpRequest request) =>
        (Uri.TryCreate(Proxy(request), UriKind.Absolute, out var proxy)
            && (proxy.Scheme == Uri.UriSchemeHttp || proxy.Scheme == Uri.UriSchemeHttps)
                ? proxy.GetLeftPart(UriPartial.Path).TrimEnd('/')
                : Host(request))
        + StorageUrls.Root;

    private static string Proxy(HttpRequest request) => request.Headers["X-Request-Api"].ToString();

    private static string Host(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
