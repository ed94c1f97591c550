using System.Collections.Concurrent;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.Connections;

/// <summary>
/// All legacy connections of this node by user and platform. A v3 connection has its place alone: a new one takes it
/// over. v2 connections share one, up to ten.
/// </summary>
internal sealed class LegacyConnections(TimeProvider time)
{
    /// <summary>How many v2 connections of one user on one platform there may be.</summary>
    public const int MaximumShared = 10;

    /// <summary>
    /// A connection that was silent for this long did not answer the last ping: at ten, it makes room.
    /// </summary>
    private static readonly TimeSpan Suspicious = KeepAlive.PingInterval + TimeSpan.FromSeconds(7);

    private static readonly TimeSpan Rivalry = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<SessionKey, Place> _places = new();

    /// <summary>Every connection, while they come and go.</summary>
    public IEnumerable<LegacyConnection> All => _places.Values.SelectMany(place => place.Everybody);

    /// <summary>Lets one more v2 connection in, or says that there are ten already.</summary>
    public bool TryShare(LegacyConnection connection)
    {
        while (true)
        {
            var place = _places.GetOrAdd(connection.Session, _ => new Place());
            LegacyConnection? dead = null;
            lock (place)
            {
                if (place.IsGone)
                    continue;
                if (place.Shared.Length >= MaximumShared)
                {
                    dead = place.Shared.MaxBy(other => other.Silence);
                    if (dead!.Silence < Suspicious)
                        return false;
                    place.Shared = place.Shared.Remove(dead);
                }

                place.Shared = place.Shared.Add(connection);
            }

            dead?.Abort();
            return true;
        }
    }

    /// <summary>Gives a v3 connection its place, and waits until whoever had it has left the session.</summary>
    /// <remarks>
    /// Usually the one who had it is the same client before its network failed, so it is cut without a word, as oimws
    /// did. But two clients that both come back whenever they are replaced would replace each other for ever: the
    /// second time within half a minute the loser is told that it is offline, and then it stays away.
    /// </remarks>
    public async Task TakeAsync(LegacyConnection connection)
    {
        if (Take(connection, out var rivals) is not { } previous)
            return;

        if (rivals)
            previous.Dialect.TellKicked(previous);
        else
            previous.Abort();
        // The limit is for a hub that hangs; the newcomer must not.
        await previous.Ended.WaitAsync(TimeSpan.FromSeconds(5), time)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The other v2 connections of the same user and platform.</summary>
    public IEnumerable<LegacyConnection> Siblings(LegacyConnection connection) =>
        _places.TryGetValue(connection.Session, out var place) ? place.Shared.Where(other => other != connection) : [];

    public void Remove(LegacyConnection connection)
    {
        if (!_places.TryGetValue(connection.Session, out var place))
            return;
        lock (place)
        {
            place.Shared = place.Shared.Remove(connection);
            if (place.Owner == connection)
                place.Owner = null;
            if (place.Owner is not null || place.Shared.Length > 0)
                return;
            place.IsGone = true;
        }

        _places.TryRemove(new(connection.Session, place));
    }

    private LegacyConnection? Take(LegacyConnection connection, out bool rivals)
    {
        while (true)
        {
            var place = _places.GetOrAdd(connection.Session, _ => new Place());
            lock (place)
            {
                if (place.IsGone)
                    continue;
                var previous = place.Owner;
                place.Owner = connection;
                rivals = previous is not null && place.ReplacedAt is { } last && time.GetElapsedTime(last) < Rivalry;
                if (previous is not null)
                    place.ReplacedAt = time.GetTimestamp();
                return previous;
            }
        }
    }

    private sealed class Place
    {
        public LegacyConnection? Owner { get; set; }

        /// <summary>When an owner was last replaced.</summary>
        public long? ReplacedAt { get; set; }

        public System.Collections.Immutable.ImmutableArray<LegacyConnection> Shared { get; set; } = [];

        /// <summary>Nobody was left, and it was taken out of the table.</summary>
        public bool IsGone { get; set; }

        public IEnumerable<LegacyConnection> Everybody => Owner is { } owner ? Shared.Add(owner) : Shared;
    }
}
