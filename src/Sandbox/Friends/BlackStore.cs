using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Everybody's black list, in the order in which it was filled. Safe for concurrent use.</summary>
internal sealed class BlackStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, OrderedDictionary<string, BlackInfo>> _lists = new(StringComparer.Ordinal);

    /// <summary>The line of <paramref name="userID"/>, without his profile and with milliseconds.</summary>
    public BlackInfo? Find(string owner, string userID)
    {
        lock (_lock)
            return _lists.GetValueOrDefault(owner)?.GetValueOrDefault(userID);
    }

    public IReadOnlyList<KeyValuePair<string, BlackInfo>> All(string owner)
    {
        lock (_lock)
            return _lists.TryGetValue(owner, out var list) ? [.. list] : [];
    }

    /// <summary>False when the user is on the list already.</summary>
    public bool TryAdd(string userID, BlackInfo line)
    {
        lock (_lock)
        {
            if (!_lists.TryGetValue(line.OwnerUserID, out var list))
                _lists.Add(line.OwnerUserID, list = new OrderedDictionary<string, BlackInfo>(StringComparer.Ordinal));
            return list.TryAdd(userID, line);
        }
    }

    public void Remove(string owner, string userID)
    {
        lock (_lock)
            _lists.GetValueOrDefault(owner)?.Remove(userID);
    }
}
