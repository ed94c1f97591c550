using Microsoft.Data.Sqlite;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The SQL of one kind of records. They are in a table of their own, whose ids are the order in which the keys were
/// first put.
/// </summary>
internal sealed class RecordStatements : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _table;
    private readonly SqliteCommand _put;
    private readonly SqliteCommand _delete;

    /// <summary>Creates the table when it is missing.</summary>
    public RecordStatements(SqliteConnection connection, string table, SqliteTransaction? transaction)
    {
        _connection = connection;
        _table = table;
        using var create = Command(
            $"""
            CREATE TABLE IF NOT EXISTS "{table}" (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value BLOB NOT NULL)
            """);
        create.Transaction = transaction;
        create.ExecuteNonQuery();
        _put = Command(
            $"""
            INSERT INTO "{table}" (key, value) VALUES ($key, $value)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """);
        _put.Parameters.Add("$key", SqliteType.Text);
        _put.Parameters.Add("$value", SqliteType.Blob);
        _delete = Command($"""DELETE FROM "{table}" WHERE key = $key""");
        _delete.Parameters.Add("$key", SqliteType.Text);
    }

    public void Write(RecordChange change, SqliteTransaction transaction)
    {
        var command = change.Value is null ? _delete : _put;
        command.Transaction = transaction;
        command.Parameters[0].Value = change.Key;
        if (change.Value is not null)
            command.Parameters[1].Value = change.Value;
        command.ExecuteNonQuery();
    }

    public IEnumerable<(string Key, byte[] Value)> Read()
    {
        using var select = Command($"""SELECT key, value FROM "{_table}" ORDER BY id""");
        using var reader = select.ExecuteReader();
        while (reader.Read())
            yield return (reader.GetString(0), reader.GetFieldValue<byte[]>(1));
    }

    public void Dispose()
    {
        _put.Dispose();
        _delete.Dispose();
    }

#pragma warning disable CA2100 // What varies is the table's name, a constant of the store that has it.
    private SqliteCommand Command(string text) => new(text, _connection);
#pragma warning restore CA2100
}
