using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OpenIM.SignalR.Server;

/// <summary>
/// <c>/healthz/live</c> answers as long as the process does; <c>/healthz/ready</c> (and <c>/healthz</c>) when the node can take
/// users: its silo is active and, in a cluster, its Redis answers. OpenIM being away is no reason to take users elsewhere.
/// </summary>
internal static class HealthServices
{
    public static void AddHealth(this IServiceCollection services, ClusterOptions? cluster)
    {
        var checks = services.AddHealthChecks().AddCheck<SiloCheck>("silo");
        if (cluster is null)
            return;
        services.AddSingleton(new RedisCheck(cluster.RedisConnectionString));
        checks.AddCheck<RedisCheck>("redis", HealthStatus.Unhealthy, tags: null, timeout: TimeSpan.FromSeconds(2));
    }
}
