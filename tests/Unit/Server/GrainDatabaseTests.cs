using Microsoft.Data.Sqlite;
using OpenIM.SignalR.Server;

namespace OpenIM.SignalR.Unit.Server;

/// <summary>What Orleans relies on: a write answers the new version, or the one it was given when somebody else wrote in between.</summary>
public sealed class GrainDatabaseTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("openim-signalr-test-").FullName;

    [Fact]
    public void A_state_is_written_read_and_written_again()
    {
        var database = Open();

        Assert.Equal([1L], Write(database, version: null, "one"));
        Assert.Equal([2L], Write(database, version: 1, "two"));
        Assert.Equal(("two", 2L), Read(database));
    }

    [Fact]
    public void A_write_with_an_old_version_changes_nothing_and_answers_that_version()
    {
        var database = Open();
        Write(database, version: null, "one");
        Write(database, version: 1, "two");

        Assert.Equal([1L], Write(database, version: 1, "late"));
        Assert.Equal(("two", 2L), Read(database));
    }

    [Fact]
    public void A_first_write_after_somebody_elses_answers_nothing()
    {
        var database = Open();
        Write(database, version: null, "one");

        Assert.Empty(Write(database, version: null, "another"));
        Assert.Equal(("one", 1L), Read(database));
    }

    [Fact]
    public void A_write_to_a_state_that_is_gone_does_not_bring_it_back()
    {
        var database = Open();
        Write(database, version: null, "one");
        Assert.Equal([2L], Run(database, "DeleteStorageKey", version: 1));

        Assert.Equal([1L], Write(database, version: 1, "late"));
        Assert.Null(Read(database));
    }

    [Fact]
    public void A_cleared_state_keeps_its_version()
    {
        var database = Open();
        Write(database, version: null, "one");

        Assert.Equal([2L], Run(database, "ClearStorageKey", version: 1));
        Assert.Equal((null, 2L), Read(database));
    }

    [Fact]
    public void What_was_written_is_there_when_the_database_is_opened_again()
    {
        Write(Open(), version: null, "one");

        Assert.Equal(("one", 1L), Read(Open()));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private GrainDatabase Open() => GrainDatabase.Open(new StorageOptions
    {
        Provider = StorageProvider.Sqlite, Directory = Path.Combine(folder, "data"), ConnectionString = null,
    });

    private static List<long> Write(GrainDatabase database, int? version, string payload) =>
        Run(database, "WriteToStorageKey", version, System.Text.Encoding.UTF8.GetBytes(payload));

    private static List<long> Run(GrainDatabase database, string query, int? version, byte[]? payload = null)
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var command = Query(connection, query);
        command.Parameters.AddWithValue("@GrainStateVersion", (object?)version ?? DBNull.Value);
        if (payload is not null)
            command.Parameters.AddWithValue("@PayloadBinary", payload);
        using var reader = command.ExecuteReader();
        var versions = new List<long>();
        do
        {
            while (reader.Read())
                versions.Add(reader.GetInt64(reader.GetOrdinal("NewGrainStateVersion")));
        }
        while (reader.NextResult());
        return versions;
    }

    private static (string? Payload, long Version)? Read(GrainDatabase database)
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var command = Query(connection, "ReadFromStorageKey");
        using var reader = command.ExecuteReader();
        if (!reader.Read())
            return null;
        var payload = reader["PayloadBinary"] as byte[];
        return (payload is null ? null : System.Text.Encoding.UTF8.GetString(payload), (long)reader["Version"]);
    }

    private static SqliteCommand Query(SqliteConnection connection, string name)
    {
        using var find = connection.CreateCommand();
        find.CommandText = "SELECT QueryText FROM OrleansQuery WHERE QueryKey = @Name";
        find.Parameters.AddWithValue("@Name", name);
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // It is the text that Orleans would run.
        command.CommandText = (string)find.ExecuteScalar()!;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("@ServiceId", "service");
        command.Parameters.AddWithValue("@GrainTypeString", "positions");
        command.Parameters.AddWithValue("@GrainIdExtensionString", "alice Web");
        return command;
    }
}
