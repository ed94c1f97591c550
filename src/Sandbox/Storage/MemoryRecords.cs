namespace OpenIM.SignalR.Sandbox;

/// <summary>A Sandbox without a file: what the features hold in memory is all there is, and it ends with them.</summary>
internal sealed class MemoryRecords : IRecordStore
{
    public IEnumerable<KeyValuePair<string, T>> Load<T>(RecordTable<T> table) => [];

    public void Put<T>(RecordTable<T> table, string key, T value)
    {
    }

    public void Delete<T>(RecordTable<T> table, string key)
    {
    }
}
