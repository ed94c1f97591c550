using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The settings that administrators gave to clients, in the order in which they were set.</summary>
internal sealed class ClientConfigStore
{
    private static readonly RecordTable<ClientConfig> Table =
        RecordTable.OfMessages<ClientConfig>("client_configs");

    private readonly Lock _lock = new();
    private readonly IRecordStore _records;
    private readonly OrderedDictionary<(string UserID, string Key), ClientConfig> _configs = [];

    public ClientConfigStore(IRecordStore records)
    {
        _records = records;
        foreach (var (_, config) in records.Load(Table))
            _configs.Add((config.UserID, config.Key), config);
    }

    public List<ClientConfig> Where(Func<ClientConfig, bool> matches)
    {
        lock (_lock)
            return [.. _configs.Values.Where(matches)];
    }

    /// <summary>Sets one of a user, or a global one (user id ""). One that is there already comes to the end.</summary>
    public void Set(ClientConfig config)
    {
        lock (_lock)
        {
            Delete(config.UserID, config.Key);
            _configs.Add((config.UserID, config.Key), config);
            _records.Put(Table, RecordKey.Of(config.UserID, config.Key), config);
        }
    }

    public void Delete(string userID, string key)
    {
        lock (_lock)
            if (_configs.Remove((userID, key)))
                _records.Delete(Table, RecordKey.Of(userID, key));
    }
}
