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

    private readonly UpDownCounter<long> _connections;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _dropped;

    public GatewayMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _connections = meter.CreateUpDownCounter<long>(
            "openim.gateway.connections", "{connection}", "Clients that are connected, hub and legacy.");
        _refused = meter.CreateCounter<long>(
            "openim.gateway.calls.refused", "{call}", "Calls that ended in an error of OpenIM or of the caller.");
        _failed = meter.CreateCounter<long>("openim.gateway.calls.failed", "{call}", "Calls that failed for a reason nobody foresaw.");
        _sent = meter.CreateCounter<long>("openim.gateway.events.sent", "{event}", "Events handed to connections or to the backplane.");
        _dropped = meter.CreateCounter<long>(
            "openim.gateway.events.dropped", "{event}", "Events that a slow client or a backplane that is away has to ask for.");
    }

    public void ConnectionOpened() => _connections.Add(1);

    public void ConnectionClosed() => _connections.Add(-1);

    public void CallRefused() => _refused.Add(1);

    public void CallFailed() => _failed.Add(1);

    public void EventSent() => _sent.Add(1);

    public void EventDropped() => _dropped.Add(1);
}
