using System.Collections.Concurrent;
using System.Globalization;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The commands of all users, each list in the order in which it was filled.</summary>
internal sealed class UserCommandStore
{
    private static readonly RecordTable<AllCommandInfoResp> Table =
        RecordTable.OfMessages<AllCommandInfoResp>("user_commands");

    private readonly ConcurrentDictionary<string, List<Entry>> _lists = new(StringComparer.Ordinal);
    private readonly IRecordStore _records;

    public UserCommandStore(IRecordStore records)
    {
        _records = records;
        foreach (var (key, command) in records.Load(Table))
        {
            var (userID, number) = RecordKey.Read(key);
            ListOf(userID).Add(new Entry(long.Parse(number, CultureInfo.InvariantCulture), command));
        }
    }

    public AllCommandInfoResp[] All(string userID)
    {
        if (!_lists.TryGetValue(userID, out var list))
            return [];
        lock (list)
            return [.. list.Select(entry => entry.Command)];
    }

    public void Add(string userID, AllCommandInfoResp command)
    {
        var list = ListOf(userID);
        lock (list)
        {
            // The same type and uuid may be there already: a number names each.
            var number = list.Count > 0 ? list[^1].Number + 1 : 1;
            list.Add(new Entry(number, command));
            _records.Put(Table, RecordKey.Of(userID, number), command);
        }
    }

    /// <summary>Changes the oldest one of a type and uuid. False when there is none.</summary>
    public bool Update(string userID, int type, string uuid, Action<AllCommandInfoResp> change) =>
        ChangeList(userID, type, uuid, (list, index) =>
        {
            var (number, command) = list[index];
            command = command.Clone();
            change(command);
            list[index] = new Entry(number, command);
            _records.Put(Table, RecordKey.Of(userID, number), command);
        });

    /// <summary>Deletes the oldest one of a type and uuid. False when there is none.</summary>
    public bool Delete(string userID, int type, string uuid) =>
        ChangeList(userID, type, uuid, (list, index) =>
        {
            _records.Delete(Table, RecordKey.Of(userID, list[index].Number));
            list.RemoveAt(index);
        });

    private List<Entry> ListOf(string userID) => _lists.GetOrAdd(userID, static _ => []);

    private bool ChangeList(string userID, int type, string uuid, Action<List<Entry>, int> change)
    {
        if (!_lists.TryGetValue(userID, out var list))
            return false;
        lock (list)
        {
            var index = list.FindIndex(entry => entry.Command.Type == type && entry.Command.Uuid == uuid);
            if (index < 0)
                return false;
            change(list, index);
            return true;
        }
    }

    private readonly record struct Entry(long Number, AllCommandInfoResp Command);
}
