using Microsoft.Data.Sqlite;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The SQLite file of a Sandbox that keeps its state. One process at a time has it: two would give out the same seqs.
/// </summary>
internal sealed class DatabaseFile : IDisposable
{
    // Both are in the file's header. The format counts up when an older version could not read what is in the file.
    private const long ApplicationID = 0x4F494D53;
    private const long Format = 1;

    private readonly string _connectionString;
    private readonly FileStream _lock;

    /// <summary>Opens the file, or creates it with its folder.</summary>
    /// <exception cref="IOException">It is in use, no database, another program's, of a newer version, or cannot be
    /// read and written; the message says which.</exception>
    /// <exception cref="UnauthorizedAccessException">It, or its folder, may not be written.</exception>
    public DatabaseFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path }.ConnectionString;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        _lock = TakeLock();
        try
        {
            CreateIfMissing();
            Check();
        }
        catch (SqliteException error)
        {
            Dispose();
            throw new IOException($"The Sandbox's file {Path} cannot be opened: {error.Message}", error);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>A connection of the caller's own, from a pool. Whoever writes with it waits for other writers.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            // With the write-ahead log a crash of the process loses nothing of what was committed, a crash of the
            // machine the last moments, and no commit waits for the disk.
            Run(connection, "PRAGMA synchronous = NORMAL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(connection);
        _lock.Dispose();
    }

    /// <summary>
    /// A file of its own beside the database, which stays: SQLite's locks are per process and end when any handle of
    /// the database file is closed.
    /// </summary>
    private FileStream TakeLock()
    {
        try
        {
            return new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException error) when (File.Exists(Path + ".lock"))
        {
            throw new IOException($"The Sandbox's file {Path} is in use by another Sandbox.", error);
        }
    }

    // It holds tokens and messages: nobody but the owner needs to read it. SQLite's own files beside it get its mode.
    private void CreateIfMissing()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(Path, options).Dispose();
    }

    private void Check()
    {
        using var connection = Open();
        var application = Read(connection, "PRAGMA application_id");
        var format = Read(connection, "PRAGMA user_version");
        if (application == 0 && format == 0 && Read(connection, "SELECT count(*) FROM sqlite_master") == 0)
        {
            // The version last: a file without it, left by a crash just here, is begun again.
            Run(connection, "PRAGMA journal_mode = WAL");
            Run(connection, $"BEGIN; PRAGMA application_id = {ApplicationID}; PRAGMA user_version = {Format}; COMMIT");
            return;
        }
        if (application != ApplicationID)
            throw new IOException($"{Path} is a database, but not one of the Sandbox.");
        if (format > Format)
            throw new IOException(
                $"The Sandbox's file {Path} was written by a newer version: its format is {format}, "
                + $"this version reads {Format}.");
    }

#pragma warning disable CA2100 // The texts are those above.
    private static void Run(SqliteConnection connection, string text)
    {
        using var command = new SqliteCommand(text, connection);
        command.ExecuteNonQuery();
    }

    private static long Read(SqliteConnection connection, string text)
    {
        using var command = new SqliteCommand(text, connection);
        return (long)command.ExecuteScalar()!;
    }
#pragma warning restore CA2100
}
