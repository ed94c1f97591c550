namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// What operators' tools ask a real server: where Grafana is, and where Prometheus finds each service. The Sandbox has
/// neither, and says so.
/// </summary>
internal static class Monitoring
{
    private static readonly string[] Services =
    [
        "api", "user", "group", "msg", "friend", "conversation", "third", "auth", "push", "msg_gateway",
        "msg_transfer",
    ];

    public static void Map(RestApi api)
    {
        api.MapGet("/third/prometheus", static context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return context.Response.WriteAsync("The Sandbox has no Grafana.", context.RequestAborted);
        });
        foreach (var service in Services)
            api.MapGet($"/prometheus_discovery/{service}", static context =>
                context.Response.WriteAsJsonAsync(Array.Empty<string>(), context.RequestAborted));
    }
}
