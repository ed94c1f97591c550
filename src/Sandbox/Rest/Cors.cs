namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Pages of all origins may use the API and the storage. Not ASP.NET's middleware: it answers only what a browser
/// asked, with 204, the real server says the same to everybody.
/// </summary>
internal static class Cors
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = "*";
        headers.AccessControlAllowHeaders = "*";
        headers.AccessControlExposeHeaders = "*";
        headers.AccessControlMaxAge = "172800";
        return HttpMethods.IsOptions(context.Request.Method)
            ? context.Response.WriteAsJsonAsync("Options Request!", context.RequestAborted)
            : next(context);
    }
}
