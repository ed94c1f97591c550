using System.Diagnostics.Metrics;

namespace OpenIM.SignalR.Server;

/// <summary>
/// What the gateway measures of itself, besides what ASP.NET Core, SignalR and Orleans measure. Tags are bounded: no user,
/// conversation or method name becomes one.
/// </summary>
internal sealed class GatewayMetrics
{
    /// <summary>The meter's name, for exporters and <c>dotnet-counters</c>.</summary>
    public const string MeterName = "OpenIM.SignalR.Gateway";

    private readonly UpDownCounter<long> connections;
    private readonly Counter<long> refused;
    private readonly Counter<long> failed;
    private readonly Counter<long> sent;
    private readonly Counter<long> dropped;

    public GatewayMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        connections = meter.CreateUpDownCounter<long>(
            "openim.gateway.connections", "{connection}", "Clients that are connected, hub and legacy.");
        refused = meter.CreateCounter<long>(
            "openim.gateway.calls.refused", "{call}", "Calls that ended in an error of OpenIM or of the caller.");
        failed = meter.CreateCounter<long>("openim.gateway.calls.failed", "{call}", "Calls that failed for a reason nobody foresaw.");
        sent = meter.CreateCounter<long>("openim.gateway.events.sent", "{event}", "Events handed to connections or to the backplane.");
        dropped = meter.CreateCounter<long>(
            "openim.gateway.events.dropped", "{event}", "Events that a slow client or a backplane that is away has to ask for.");
    }

    public void ConnectionOpened() => connections.Add(1);

    public void ConnectionClosed() => connections.Add(-1);

    public void CallRefused() => refused.Add(1);

    public void CallFailed() => failed.Add(1);

    public void EventSent() => sent.Add(1);

    public void EventDropped() => dropped.Add(1);
}
