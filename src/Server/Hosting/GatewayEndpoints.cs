using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OpenIM.SignalR.Compat;

namespace OpenIM.SignalR.Server;

/// <summary>What the one port answers.</summary>
internal static class GatewayEndpoints
{
    public static void MapGateway(this WebApplication app, GatewaySettings settings)
    {
        app.UseCors();
        app.UseLegacyClients<OpenImHub>();
        app.UsePage();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHub();
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready");
        app.MapHealthChecks("/healthz");
        OpenImAddresses.Map(app, settings);
        app.MapMissingPage();
        if (settings.Sandbox is not null)
            app.MapGet("/sandbox/accounts", async (HttpContext context, SandboxAccounts accounts, int platformID = SandboxAccounts.Web) =>
            {
                context.Response.Headers.CacheControl = "no-store";
                return await accounts.GetAsync(platformID, context.RequestAborted);
            });
    }
}
