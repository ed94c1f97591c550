using System.Buffers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The page at the root of the REST API, and what it asks for.</summary>
internal static class PageEndpoints
{
    /// <summary>All paths that the real server does not have begin so, but for the page itself.</summary>
    public const string Prefix = "/sandbox";

    // Everything comes from here, and a message that holds markup could do nothing with it.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";

    /// <summary>Whether a path is the page's or another one that the real server does not have.</summary>
    public static bool Has(PathString path) =>
        path.Value == "/" || path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase);

    public static void AddPage(this IServiceCollection services) => services
        .AddSingleton<PageAccess>()
        .AddSingleton<PageData>();

    public static void MapPage(this RestApi api, IServiceProvider services)
    {
        var access = services.GetRequiredService<PageAccess>();
        var data = services.GetRequiredService<PageData>();
        var flow = services.GetRequiredService<MessageFlow>();
        var faults = services.GetRequiredService<Faults>();
        var connections = services.GetRequiredService<GatewayConnections>();
        connections.Opened += connection => flow.Tell(connection, isOpen: true);
        connections.Closed += connection => flow.Tell(connection, isOpen: false);
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

        MapAsset("/", "index.html", "text/html; charset=utf-8");
        MapAsset($"{Prefix}/page.css", "page.css", "text/css; charset=utf-8");
        MapAsset($"{Prefix}/page.js", "page.js", "text/javascript; charset=utf-8");
        Map("server", context => WriteAsync(
            context,
            new PageServer(context.Request.Host.Value ?? "", access.IsOpen, faults.Plan is not null),
            PageJson.Default.PageServer));
        Map("users", context => WriteAsync(context, data.Users(Argument(context, "text")), PageJson.Default.PageUsers));
        Map("groups", context => WriteAsync(
            context, data.Groups(Argument(context, "text")), PageJson.Default.PageGroups));
        Map("conversations", context => WriteAsync(
            context, data.Conversations(Argument(context, "user")), PageJson.Default.ListPageConversation));
        Map("messages", context => WriteAsync(
            context, data.Messages(Argument(context, "conversation")), PageJson.Default.ListFlowMessage));
        Map("flow", context => WatchAsync(context, flow, stopping));

        void Map(string name, RequestDelegate handler) => MapGuarded($"{Prefix}/{name}", handler);

        void MapAsset(string path, string name, string contentType)
        {
            var asset = ReadAsset(name);
            MapGuarded(path, async context =>
            {
                context.Response.ContentType = contentType;
                await context.Response.Body.WriteAsync(asset, context.RequestAborted);
            });
        }

        void MapGuarded(string path, RequestDelegate handler) => api.MapGet(path, context =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return access.GuardAsync(context, handler);
        });
    }

    private static string Argument(HttpContext context, string name) => context.Request.Query[name].ToString();

    private static Task WriteAsync<T>(HttpContext context, T? data, JsonTypeInfo<T> type) where T : class
    {
        if (data is not null)
            return context.Response.WriteAsJsonAsync(data, type, cancellationToken: context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static async Task WatchAsync(HttpContext context, MessageFlow flow, CancellationToken stopping)
    {
        if (flow.Watch() is not { } watcher)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        try
        {
            await SseFormatter.WriteAsync(
                watcher.ReadAsync(end.Token),
                context.Response.Body,
                static (item, writer) => writer.Write(
                    JsonSerializer.SerializeToUtf8Bytes(item.Data, item.Data.GetType(), PageJson.Default)),
                end.Token);
        }
        catch (Exception error) when (end.IsCancellationRequested && error is OperationCanceledException or IOException)
        {
            // The page was closed, or the server stops.
        }
        finally
        {
            flow.Forget(watcher);
        }
    }

    private static byte[] ReadAsset(string name)
    {
        using var stream = typeof(PageEndpoints).Assembly.GetManifestResourceStream($"Page.{name}")
            ?? throw new InvalidOperationException($"The page's {name} is not in the assembly.");
        var asset = new byte[stream.Length];
        stream.ReadExactly(asset);
        return asset;
    }
}
