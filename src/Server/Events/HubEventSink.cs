using Microsoft.AspNetCore.SignalR;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Server;

/// <summary>
/// Carries the events of sessions to their SignalR groups without ever holding a session up.
/// <code>
///   grain turn ── Post ──► lane (one of a few, by session) ──► group send, started in order and not awaited
///                 │                                              │
///                 └ refused when the session's unsent            └ ends when every connection has taken it: only then are its
///                   bytes or the lane are full                     bytes off the session's account
/// </code>
/// Starting without awaiting is what keeps a slow connection from holding up the other ones: SignalR queues what it cannot write yet per
/// connection and in order. A connection that takes nothing is aborted by the transport's send time-out, which settles its
/// account. A backplane that is away fails each send after seconds, with the same effect. What was refused or failed is still
/// in the session's ring, and the gap in the cursors tells clients to ask for it.
/// </summary>
internal sealed class HubEventSink : BackgroundService, ISessionEventSink
{
    private readonly EventLane[] _lanes;

    public HubEventSink(
        IHubContext<OpenImHub> hub, GatewayOptions options, GatewayMetrics metrics, ILogger<HubEventSink> logger)
    {
        _lanes = new EventLane[Math.Max(2, Environment.ProcessorCount)];
        for (var i = 0; i < _lanes.Length; i++)
            _lanes[i] = new EventLane(hub.Clients, options.EventBacklogBytes, metrics, logger);
    }

    public void Post(string sessionKey, SessionEvent sessionEvent) =>
        _lanes[(uint)string.GetHashCode(sessionKey, StringComparison.Ordinal) % (uint)_lanes.Length].Post(sessionKey, sessionEvent);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Array.ConvertAll(_lanes, lane => Task.Run(() => lane.RunAsync(stoppingToken), stoppingToken)));
}
