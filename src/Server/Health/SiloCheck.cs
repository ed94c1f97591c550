using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orleans.Runtime;

namespace OpenIM.SignalR.Server;

/// <summary>Whether this node is an active member of its cluster.</summary>
internal sealed class SiloCheck(ISiloStatusOracle silos) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(silos.CurrentStatus == SiloStatus.Active
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"The silo is {silos.CurrentStatus}."));
}
