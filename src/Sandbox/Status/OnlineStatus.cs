using Google.Protobuf;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Who is online. Connections that come and go are noted at once but looked at together, once per interval: only then
/// is a user pushed to, and only then do the connections that follow the user hear of it (frame 2005).
/// Nothing of this is kept across restarts, as the connections are not.
/// </summary>
internal sealed class OnlineStatus(SandboxOptions options, GatewayConnections connections, TimeProvider time)
    : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<GatewayConnection>> _followers = new(StringComparer.Ordinal);
    private HashSet<string> _changed = new(StringComparer.Ordinal);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        connections.Opened += Note;
        connections.Closed += Note;
        connections.Closed += Forget;
        return base.StartAsync(cancellationToken);
    }

    /// <summary>
    /// Request 2005. Unsubscribes, subscribes, and answers with the status of each user asked for, known or not; the
    /// answer is empty when there are none.
    /// </summary>
    public SubUserOnlineStatusTips Subscribe(GatewayConnection connection, SubUserOnlineStatus request)
    {
        var answer = new SubUserOnlineStatusTips();
        lock (_lock)
        {
            foreach (var userID in request.UnsubscribeUserID)
                Unfollow(connection, userID);
            foreach (var userID in request.SubscribeUserID)
            {
                Follow(connection, userID);
                answer.Subscribers.Add(StatusOf(userID));
            }
        }
        return answer;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(options.OnlineStatusInterval, time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
            Collect();
    }

    private void Collect()
    {
        lock (_lock)
        {
            if (_changed.Count == 0)
                return;
            var changed = _changed;
            _changed = new HashSet<string>(StringComparer.Ordinal);
            foreach (var userID in changed)
                if (connections.Collect(userID) && _followers.TryGetValue(userID, out var followers))
                    Tell(followers, userID);
        }
    }

    private void Tell(List<GatewayConnection> followers, string userID)
    {
        var tips = new SubUserOnlineStatusTips { Subscribers = { StatusOf(userID) } };
        var frame = new OutgoingFrame(new GatewayFrame
        {
            ReqIdentifier = GatewayRequest.SubUserOnlineStatus,
            Data = tips.ToByteArray(),
        });
        foreach (var follower in followers)
            follower.Push(frame);
    }

    private SubUserOnlineStatusElem StatusOf(string userID) =>
        new() { UserID = userID, OnlinePlatformIDs = { connections.KnownPlatforms(userID) } };

    private void Note(GatewayConnection connection)
    {
        lock (_lock)
            _changed.Add(connection.UserID);
    }

    private void Follow(GatewayConnection connection, string userID)
    {
        if (!(connection.Subscriptions ??= new HashSet<string>(StringComparer.Ordinal)).Add(userID))
            return;
        if (_followers.TryGetValue(userID, out var followers))
            followers.Add(connection);
        else
            _followers.Add(userID, [connection]);
    }

    private void Unfollow(GatewayConnection connection, string userID)
    {
        if (connection.Subscriptions is null || !connection.Subscriptions.Remove(userID))
            return;
        var followers = _followers[userID];
        followers.Remove(connection);
        if (followers.Count == 0)
            _followers.Remove(userID);
    }

    private void Forget(GatewayConnection connection)
    {
        lock (_lock)
            foreach (var userID in connection.Subscriptions?.ToArray() ?? [])
                Unfollow(connection, userID);
    }
}
