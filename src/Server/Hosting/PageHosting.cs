using Microsoft.Net.Http.Headers;

namespace OpenIM.SignalR.Server;

/// <summary>The page, which is built into <c>wwwroot</c> beside the program when Node is there.</summary>
internal static class PageHosting
{
    private const string Missing = """
        <!doctype html><meta charset="utf-8"><title>OpenIM.SignalR</title>
        <h1>OpenIM.SignalR is running</h1>
        <p>This page was not built, since Node 20 or newer was missing then. Install it and build the gateway again. Everything else works:
        the hub is at <code>/hub</code>, and legacy clients connect to this address.
        """;

    public static void UsePage(this WebApplication app)
    {
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            // The names of all other files change with their content.
            OnPrepareResponse = file => file.Context.Response.Headers[HeaderNames.CacheControl] =
                file.File.Name.EndsWith(".html", StringComparison.Ordinal) ? "no-cache" : "public, max-age=31536000, immutable",
        });
    }

    /// <summary>Answers for the page when it is not there. When it is, an endpoint of the same address would take its place.</summary>
    public static void MapMissingPage(this WebApplication app)
    {
        if (!app.Environment.WebRootFileProvider.GetFileInfo("index.html").Exists)
            app.MapGet("/", () => Results.Content(Missing, "text/html; charset=utf-8"));
    }
}
