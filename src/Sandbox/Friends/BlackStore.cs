using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Everybody's black list, in the order in which it was filled. Safe for concurrent use.</summary>
internal sealed class BlackStore
{
    private static readonly RecordTable<BlackInfo> Table = RecordTable.OfMessages<BlackInfo>("blacks");

    private readonly Lock _lock = new();
    private readonly IRecordStore _records;
    private readonly Dictionary<string, OrderedDictionary<string, BlackInfo>> _lists = new(StringComparer.Ordinal);

    public BlackStore(IRecordStore records)
    {
        _records = records;
        foreach (var (key, line) in records.Load(Table))
            ListOf(line.OwnerUserID).Add(RecordKey.Read(key).ID, line);
    }

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
            if (!ListOf(line.OwnerUserID).TryAdd(userID, line))
                return false;
            _records.Put(Table, RecordKey.Of(line.OwnerUserID, userID), line);
            return true;
        }
    }

    public void Remove(string owner, string userID)
    {
        lock (_lock)
            if (_lists.GetValueOrDefault(owner)?.Remove(userID) ?? false)
                _records.Delete(Table, RecordKey.Of(owner, userID));
    }

    private OrderedDictionary<string, BlackInfo> ListOf(string owner)
    {
        if (!_lists.TryGetValue(owner, out var list))
            _lists.Add(owner, list = new OrderedDictionary<string, BlackInfo>(StringComparer.Ordinal));
        return list;
    }
}
