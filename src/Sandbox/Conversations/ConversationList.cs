namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The conversations of one user, in the order in which they came into being, and their version line.
/// </summary>
internal sealed class ConversationList(string owner, ConversationRecords records, VersionLog versions)
{
    private readonly Lock _lock = new();
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
            if (_rows.TryGetValue(row.ConversationID, out var known) && change(known.Settings) == known.Settings)
                return false;
            WriteOrAdd(row, change);
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
                Versions.Record(ElementChange.Delete, conversationID);
            }
    }

    /// <summary>Adds a row as it was kept; before the list is used.</summary>
    public void Restore(ConversationRow row) => _rows.Add(row.ConversationID, row);

    private void Put(ConversationRow row, ElementChange change)
    {
        _rows[row.ConversationID] = row;
        records.Put(owner, row);
        Versions.Record(change, row.ConversationID);
    }
}
