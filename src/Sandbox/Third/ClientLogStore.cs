using System.Security.Cryptography;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Which log files clients have uploaded, and where to; the files themselves are objects.</summary>
internal sealed class ClientLogStore
{
    private const int IDDigits = 10;

    private static readonly RecordTable<LogInfo> Table = RecordTable.OfMessages<LogInfo>("client_logs");

    private readonly Lock _lock = new();
    private readonly IRecordStore _records;
    private readonly Dictionary<string, LogInfo> _logs = new(StringComparer.Ordinal);

    public ClientLogStore(IRecordStore records)
    {
        _records = records;
        foreach (var (id, log) in records.Load(Table))
            _logs.Add(id, log);
    }

    /// <summary>Gives each an id of its own and keeps them.</summary>
    public void Add(IEnumerable<LogInfo> logs)
    {
        lock (_lock)
        {
            foreach (var log in logs)
            {
                do
                    log.LogID = NewID();
                while (!_logs.TryAdd(log.LogID, log));
                _records.Put(Table, log.LogID, log);
            }
        }
    }

    /// <summary>Deletes all or, if one of them is not there, none and says which are missing.</summary>
    public IReadOnlyList<string> Delete(IReadOnlyCollection<string> logIDs)
    {
        lock (_lock)
        {
            List<string> missing = [.. logIDs.Where(id => !_logs.ContainsKey(id))];
            if (missing.Count > 0)
                return missing;
            foreach (var id in logIDs)
            {
                _logs.Remove(id);
                _records.Delete(Table, id);
            }
            return [];
        }
    }

    /// <summary>Those that match, the newest first.</summary>
    public IReadOnlyList<LogInfo> Where(Func<LogInfo, bool> matches)
    {
        lock (_lock)
            return [.. _logs.Values.Where(matches).OrderByDescending(log => log.CreateTime)];
    }

    /// <summary>Digits, the first of which is none.</summary>
    private static string NewID() =>
        RandomNumberGenerator.GetString("123456789", 1) + RandomNumberGenerator.GetString("0123456789", IDDigits - 1);
}
