namespace OpenIM.SignalR.Sandbox;

/// <summary>The stored files and the names that lead to them.</summary>
internal sealed class ObjectStore
{
    private static readonly RecordTable<StoredContent> ContentTable =
        RecordTable.OfJson("object_contents", ObjectsJson.Default.StoredContent);

    private static readonly RecordTable<ObjectEntry> EntryTable =
        RecordTable.OfJson("objects", ObjectsJson.Default.ObjectEntry);

    private readonly Lock _lock = new();
    private readonly IRecordStore _records;
    private readonly Dictionary<string, StoredContent> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectEntry> _entries = new(StringComparer.Ordinal);

    public ObjectStore(IRecordStore records)
    {
        _records = records;
        foreach (var (key, content) in records.Load(ContentTable))
            _contents[key] = content;
        foreach (var (name, entry) in records.Load(EntryTable))
            _entries[name] = entry;
    }

    public StoredContent? FindContent(string key)
    {
        lock (_lock)
            return _contents.GetValueOrDefault(key);
    }

    public IReadOnlyList<StoredContent> AllContents()
    {
        lock (_lock)
            return [.. _contents.Values];
    }

    /// <summary>Puts a file in its place and returns the one that was there.</summary>
    public StoredContent? PutContent(StoredContent content)
    {
        lock (_lock)
        {
            var before = _contents.GetValueOrDefault(content.Key);
            _contents[content.Key] = content;
            _records.Put(ContentTable, content.Key, content);
            return before;
        }
    }

    public ObjectEntry? Find(string name)
    {
        lock (_lock)
            return _entries.GetValueOrDefault(name);
    }

    /// <summary>Lets a name lead to a content, whatever it led to before.</summary>
    public void Set(ObjectEntry entry)
    {
        lock (_lock)
        {
            _entries[entry.Name] = entry;
            _records.Put(EntryTable, entry.Name, entry);
        }
    }
}
