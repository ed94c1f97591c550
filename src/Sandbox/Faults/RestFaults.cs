namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Faults of REST requests. The sandbox's own paths meet none, or the switch could not be turned off again; nor do
/// browsers' preflights.
/// </summary>
internal sealed class RestFaults(Faults faults, TimeProvider time)
{
    /// <summary>The first thing that happens to a request: it is late.</summary>
    public Task DelayAsync(HttpContext context, RequestDelegate next) =>
        faults.Plan is { HasLatency: true } plan && IsFor(context.Request)
            ? DelayAsync(plan, context, next)
            : next(context);

    /// <summary>Once it is known who asks: what comes instead of the answer.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (faults.Plan is not { } plan || !IsFor(context.Request))
            return next(context);
        var isUsers = context.Features.Get<Caller>() is { UserID.Length: > 0, IsAdmin: false };
        // A branch of the pipeline moves the beginning of the path that it is for.
        var path = context.Request.PathBase.Add(context.Request.Path).Value ?? "";
        switch (plan.OfRest(path, isUsers))
        {
            case Fault.Disconnect:
                context.Abort();
                return Task.CompletedTask;
            case Fault.Unavailable:
                return WriteUnavailableAsync(context);
            case Fault.Refusal:
                return Envelope.WriteErrorAsync(context, plan.Refusal).AsTask();
            case Fault.Loss:
                return LoseAnswerAsync(context, next);
            default:
                return next(context);
        }
    }

    public static Task WriteUnavailableAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync("Service Unavailable\n", context.RequestAborted);
    }

    private static bool IsFor(HttpRequest request) =>
        !HttpMethods.IsOptions(request.Method) && !PageEndpoints.Has(request.Path);

    private async Task DelayAsync(FaultPlan plan, HttpContext context, RequestDelegate next)
    {
        await Task.Delay(plan.Delay(), time, context.RequestAborted);
        await next(context);
    }

    private static async Task LoseAnswerAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Body = Stream.Null;
        await next(context);
        context.Abort();
    }
}
