using Microsoft.Extensions.Logging.Abstractions;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>Records in a file, without the server.</summary>
internal sealed class RecordsInFile : IDisposable
{
    public RecordsInFile(string path, long maxPendingBytes = SqliteRecords.DefaultMaxPendingBytes)
    {
        File = new DatabaseFile(path);
        Records = new SqliteRecords(File, NullLogger<SqliteRecords>.Instance, maxPendingBytes);
    }

    public DatabaseFile File { get; }

    public SqliteRecords Records { get; }

    public void Dispose()
    {
        Records.Dispose();
        File.Dispose();
    }
}
