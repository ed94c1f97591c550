namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Changes that are written together. Of each record only the last one counts; it stays in the place of the first,
/// except that a record which was deleted and put again comes at the end, as it does in the file.
/// </summary>
internal sealed class RecordBatch
{
    // About what an entry takes beside its key and its value.
    private const int EntryBytes = 160;

    private readonly Dictionary<(string Table, string Key), RecordChange> _latest = [];
    private readonly List<RecordChange> _changes = [];

    public IReadOnlyList<RecordChange> Changes => _changes;

    /// <summary>Roughly what the batch holds in memory.</summary>
    public long Bytes { get; private set; }

    public void Put(string table, string key, byte[] value)
    {
        if (_latest.TryGetValue((table, key), out var known) && known.Value is not null)
            Set(known, value);
        else
            Add(new RecordChange(table, key), value);
    }

    public void Delete(string table, string key)
    {
        if (_latest.TryGetValue((table, key), out var known))
            Set(known, null);
        else
            Add(new RecordChange(table, key), null);
    }

    private void Add(RecordChange change, byte[]? value)
    {
        _changes.Add(change);
        _latest[(change.Table, change.Key)] = change;
        Bytes += EntryBytes + (sizeof(char) * change.Key.Length);
        Set(change, value);
    }

    private void Set(RecordChange change, byte[]? value)
    {
        Bytes += (value?.Length ?? 0) - (change.Value?.Length ?? 0);
        change.Value = value;
    }
}
