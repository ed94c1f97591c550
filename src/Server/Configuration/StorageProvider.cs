namespace OpenIM.SignalR.Server;

/// <summary>What keeps the state of sessions.</summary>
internal enum StorageProvider
{
    /// <summary>A file in <c>Storage:Directory</c>: for one node.</summary>
    Sqlite,

    /// <summary>A Redis server that keeps its data (append-only file).</summary>
    Redis,

    /// <summary>A PostgreSQL database.</summary>
    PostgreSQL,

    /// <summary>Nothing outlives the process: for tests and trials.</summary>
    Memory,
}
