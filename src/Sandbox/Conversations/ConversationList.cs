namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The conversations of one user, in the order in which they came into being, and their version line.
/// </summary>
internal sealed class ConversationList(
    string owner, ConversationRecords records, VersionLog versions, TimeProvider time)
{
    // How long the real server's cache remembers that there is no such row.
    private static readonly TimeSpan UnseenTime = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private Dictionary<string, long>? _unseenSince;
    private readonly OrderedDictionary<string, ConversationRow> _rows = new(StringComparer.Ordinal);

    public VersionLog Versions => versions;

    public List<ConversationRow> All()
    {
        lock (_lock)
            return [.. _rows.Values];
    }

    public ConversationRow? Find(string conversationID)
    {
        lock (_lock)
            return _rows.GetValueOrDefault(conversationID);
    }

    /// <summary>
    /// A row as the real server's cache has it. A request that sets something first asks for the row; when there is none
    /// and it makes one, the cache goes on saying that there is none, until the row is changed or a minute is over.
    /// </summary>
    public ConversationRow? FindCached(string conversationID)
    {
        lock (_lock)
            return IsUnseen(conversationID) ? null : _rows.GetValueOrDefault(conversationID);
    }

    /// <summary>The rows with these ids, without those that there are not.</summary>
    public List<ConversationRow> Find(IEnumerable<string> conversationIDs)
    {
        lock (_lock)
            return
            [
                .. conversationIDs.Distinct(StringComparer.Ordinal)
                    .Select(id => _rows.GetValueOrDefault(id))
                    .OfType<ConversationRow>(),
            ];
    }

    /// <summary>Adds a row unless there is one.</summary>
    /// <returns>Whether there was none.</returns>
    public bool Add(ConversationRow row)
    {
        lock (_lock)
        {
            if (_rows.ContainsKey(row.ConversationID))
                return false;
            Put(row, ElementChange.Insert);
            return true;
        }
    }

    /// <summary>Changes a row, or adds it with its changes when there is none.</summary>
    /// <returns>Whether anything is different now; if not, it is no new version.</returns>
    public bool Set(ConversationRow row, Func<ConversationSettings, ConversationSettings> change)
    {
        lock (_lock)
        {
            var known = _rows.GetValueOrDefault(row.ConversationID);
            if (known is not null && change(known.Settings) == known.Settings && !IsUnseen(row.ConversationID))
                return false;
            WriteOrAdd(row, change);
            if (known is null)
                (_unseenSince ??= new(StringComparer.Ordinal))[row.ConversationID] = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>
    /// The same without looking: a new version also when nothing is different.
    /// </summary>
    public void WriteOrAdd(ConversationRow row, Func<ConversationSettings, ConversationSettings> change)
    {
        lock (_lock)
            if (!Change(row.ConversationID, change))
                Put(row with { Settings = change(row.Settings) }, ElementChange.Insert);
    }

    /// <summary>Changes a row if there is one; a new version also when nothing is different.</summary>
    /// <returns>Whether there is such a row.</returns>
    public bool Change(string conversationID, Func<ConversationSettings, ConversationSettings> change)
    {
        lock (_lock)
        {
            if (!_rows.TryGetValue(conversationID, out var row))
                return false;
            Put(row with { Settings = change(row.Settings) }, ElementChange.Update);
            return true;
        }
    }

    /// <summary>
    /// Writes into a row without looking: it counts as changed even if it said so already, or if there is no such row.
    /// </summary>
    public void Write(string conversationID, Func<ConversationSettings, ConversationSettings> change)
    {
        lock (_lock)
            if (!Change(conversationID, change))
                Versions.Record(ElementChange.Update, conversationID);
    }

    /// <summary>
    /// Removes rows, each under a version of its own, which also those get that there are not.
    /// </summary>
    public void Remove(IEnumerable<string> conversationIDs)
    {
        // Read before the lock: what they are made of may have locks of its own.
        string[] removed = [.. conversationIDs];
        lock (_lock)
            foreach (var conversationID in removed)
            {
                if (_rows.Remove(conversationID))
                    records.Delete(owner, conversationID);
                _unseenSince?.Remove(conversationID);
                Versions.Record(ElementChange.Delete, conversationID);
            }
    }

    /// <summary>Adds a row as it was kept; before the list is used.</summary>
    public void Restore(ConversationRow row) => _rows.Add(row.ConversationID, row);

    private bool IsUnseen(string conversationID) =>
        _unseenSince is not null && _unseenSince.TryGetValue(conversationID, out var since)
        && time.GetElapsedTime(since) < UnseenTime;

    private void Put(ConversationRow row, ElementChange change)
    {
        _unseenSince?.Remove(row.ConversationID);
        _rows[row.ConversationID] = row;
        records.Put(owner, row);
        Versions.Record(change, row.ConversationID);
    }
}
