namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Where the Sandbox keeps what must outlive it. Features hold their state in memory and put every record that changed
/// here, under the lock under which they changed it, so that the last state of a record is what is kept; when the
/// Sandbox starts they read it back. Safe for concurrent use; nothing here waits for a disk.
/// </summary>
internal interface IRecordStore
{
    /// <summary>The records of a table, in the order in which their keys were first put.</summary>
    IEnumerable<KeyValuePair<string, T>> Load<T>(RecordTable<T> table);

    void Put<T>(RecordTable<T> table, string key, T value);

    void Delete<T>(RecordTable<T> table, string key);
}
