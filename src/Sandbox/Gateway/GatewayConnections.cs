using System.Collections.Concurrent;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sandbox;

/// <summary>All connections of the gateway, by user: the seam through which everything is pushed.</summary>
internal sealed class GatewayConnections : IPushTarget
{
    private readonly ConcurrentDictionary<string, UserConnections> _users = new(StringComparer.Ordinal);
    private int _count;

    public event Action<GatewayConnection>? Opened;

    public event Action<GatewayConnection>? Closed;

    public int Count => _count;

    public IEnumerable<GatewayConnection> All => _users.Values.SelectMany(user => user.Open);

    /// <summary>The open connections of a user, oldest first.</summary>
    public IReadOnlyList<GatewayConnection> Of(string userID) =>
        _users.TryGetValue(userID, out var user) ? user.Open : [];

    /// <summary>
    /// Puts a frame into the queue of every connection of <paramref name="userID"/>, in the order of the calls. It
    /// never waits: a connection whose queue is full is closed. As on the real server only users who are known to be
    /// online are pushed to, which they are up to a second after connecting, and phones in the background (platform 1)
    /// are passed over.
    /// </summary>
    public void Push(string userID, GatewayFrame frame)
    {
        if (_users.TryGetValue(userID, out var user))
            user.Push(new OutgoingFrame(frame));
    }

    /// <summary>The same to several users; the frame is encoded once.</summary>
    public void Push(IEnumerable<string> userIDs, GatewayFrame frame)
    {
        OutgoingFrame? outgoing = null;
        foreach (var userID in userIDs)
            if (_users.TryGetValue(userID, out var user))
                user.Push(outgoing ??= new OutgoingFrame(frame));
    }

    public void Add(GatewayConnection connection)
    {
        while (!_users.GetOrAdd(connection.UserID, _ => new UserConnections()).TryAdd(connection))
            Thread.Yield();
        Interlocked.Increment(ref _count);
        Opened?.Invoke(connection);
    }

    public void Remove(GatewayConnection connection)
    {
        if (_users.TryGetValue(connection.UserID, out var user))
            user.Remove(connection);
        Interlocked.Decrement(ref _count);
        Closed?.Invoke(connection);
    }

    /// <summary>The platforms on which a user was online at the last collection.</summary>
    public IReadOnlyList<int> KnownPlatforms(string userID) =>
        _users.TryGetValue(userID, out var user) ? user.KnownPlatforms : [];

    /// <summary>Takes over what is open now as known; false when that is what was known before.</summary>
    public bool Collect(string userID)
    {
        if (!_users.TryGetValue(userID, out var user))
            return false;
        var platforms = user.Open.Select(connection => connection.PlatformID).ToArray();
        var changed = !platforms.AsSpan().SequenceEqual(user.KnownPlatforms);
        user.KnownPlatforms = platforms;
        if (user.TryGiveUp())
            _users.TryRemove(KeyValuePair.Create(userID, user));
        return changed;
    }
}
