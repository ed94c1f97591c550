namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Pages of all origins may use the API and the storage. Not ASP.NET's middleware: it answers only what a browser
/// asked, with 204, the real server says the same to everybody.
/// </summary>
internal static class Cors
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // What the sandbox's own page shows needs no token: no other page may have it read by a browser of this computer.
        if (!PageEndpoints.Has(context.Request.Path))
            AllowOtherOrigins(context.Response.Headers);
        return HttpMethods.IsOptions(context.Request.Method)
            ? context.Response.WriteAsJsonAsync("Options Request!", context.RequestAborted)
            : next(context);
    }

    private static void AllowOtherOrigins(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = "*";
        headers.AccessControlAllowHeaders = "*";
        headers.AccessControlExposeHeaders = "*";
        headers.AccessControlMaxAge = "172800";
    }
}
