namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// A path that is not there and a method that a path does not have are the same plain text, as in Go's router.
/// </summary>
internal static class NotFound
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        var status = context.Response.StatusCode;
        if (status is not (StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed)
            || context.Response.HasStarted)
            return;
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain";
        await context.Response.WriteAsync("404 page not found", context.RequestAborted);
    }
}
