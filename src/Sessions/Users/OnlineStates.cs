using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>Whom a session watches, and on which platforms they were online at last.</summary>
internal sealed class OnlineStates
{
    private const int Online = 1;
    private const int Offline = 0;

    private readonly Dictionary<string, int[]> _platforms = new(StringComparer.Ordinal);

    public int Count => _platforms.Count;

    public IEnumerable<string> UserIDs => _platforms.Keys;

    /// <summary>Watches users, who count as offline until something is heard of them.</summary>
    public void Watch(IEnumerable<string> userIDs)
    {
        foreach (var userID in userIDs)
            _platforms.TryAdd(userID, []);
    }

    public bool Stop(string userID) => _platforms.Remove(userID);

    public bool Watches(string userID) => _platforms.ContainsKey(userID);

    /// <summary>
    /// What the server says of a user, or null when it is nothing new or he is not watched. It names a platform once
    /// for each connection.
    /// </summary>
    public OnlineStatus? Change(string userID, IEnumerable<int> platformIDs)
    {
        if (!_platforms.TryGetValue(userID, out var known))
            return null;
        int[] platforms = [.. platformIDs.Distinct().Order()];
        if (platforms.AsSpan().SequenceEqual(known))
            return null;
        _platforms[userID] = platforms;
        return Of(userID);
    }

    /// <summary>The state of a user, as clients get it; offline when he is not watched.</summary>
    public OnlineStatus Of(string userID)
    {
        var platforms = _platforms.GetValueOrDefault(userID, []);
        return new OnlineStatus
        {
            UserID = userID,
            Status = platforms.Length > 0 ? Online : Offline,
            PlatformIDs = platforms,
        };
    }
}
