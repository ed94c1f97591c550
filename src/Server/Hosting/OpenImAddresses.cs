namespace OpenIM.SignalR.Server;

/// <summary>
/// Where clients find OpenIM itself. Messages go through the gateway; files do not: whoever sends one uploads it to
/// OpenIM's object API with his own token and sends the URL.
/// </summary>
/// <param name="ApiAddress">The REST API, such as <c>http://im.example.com:10002</c>, without a slash at its end.</param>
internal sealed record OpenImAddresses(string ApiAddress)
{
    /// <summary><c>GET /openim</c>, with the token as for the hub: <c>{"apiAddress":"…"}</c>.</summary>
    public static void Map(WebApplication app, GatewaySettings settings) => app
        .MapGet("/openim", () => new OpenImAddresses(
            // Read at each request: a Sandbox on a free port knows its address only when it has started.
            (settings.PublicApiAddress ?? settings.OpenIm.ApiAddress).ToString().TrimEnd('/')))
        .RequireAuthorization();
}
