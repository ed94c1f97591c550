using Microsoft.Data.Sqlite;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Uploaded bytes in the Sandbox's SQLite file, each chunk in a row and a transaction of its own: an upload never holds
/// the file for longer than that. They are not queued with the records, where they would fill memory.
/// </summary>
internal sealed class SqliteObjectBytes : IObjectBytes
{
    private readonly DatabaseFile _file;

    public SqliteObjectBytes(DatabaseFile file)
    {
        _file = file;
        using var connection = file.Open();
        using var create = new SqliteCommand(
            """
            CREATE TABLE IF NOT EXISTS object_bytes (
                blob TEXT NOT NULL, chunk INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE (blob, chunk))
            """,
            connection);
        create.ExecuteNonQuery();
    }

    public void Append(string blobID, int chunk, ReadOnlySpan<byte> bytes)
    {
        using var connection = _file.Open();
        using var insert = new SqliteCommand(
            "INSERT INTO object_bytes (blob, chunk, bytes) VALUES ($blob, $chunk, $bytes)", connection);
        insert.Parameters.AddWithValue("$blob", blobID);
        insert.Parameters.AddWithValue("$chunk", chunk);
        insert.Parameters.AddWithValue("$bytes", bytes.ToArray());
        insert.ExecuteNonQuery();
    }

    public int Read(string blobID, int chunk, int offset, Span<byte> destination)
    {
        using var connection = _file.Open();
        using var select = new SqliteCommand(
            "SELECT substr(bytes, $start, $count) FROM object_bytes WHERE blob = $blob AND chunk = $chunk", connection);
        select.Parameters.AddWithValue("$blob", blobID);
        select.Parameters.AddWithValue("$chunk", chunk);
        select.Parameters.AddWithValue("$start", offset + 1);
        select.Parameters.AddWithValue("$count", destination.Length);
        if (select.ExecuteScalar() is not byte[] bytes)
            throw new IOException("The bytes of this object are gone.");
        bytes.CopyTo(destination);
        return bytes.Length;
    }

    public void Delete(string blobID)
    {
        using var connection = _file.Open();
        using var delete = new SqliteCommand("DELETE FROM object_bytes WHERE blob = $blob", connection);
        delete.Parameters.AddWithValue("$blob", blobID);
        delete.ExecuteNonQuery();
    }

    public IReadOnlyDictionary<string, long> Lengths()
    {
        using var connection = _file.Open();
        using var select = new SqliteCommand(
            "SELECT blob, sum(length(bytes)) FROM object_bytes GROUP BY blob", connection);
        using var reader = select.ExecuteReader();
        var lengths = new Dictionary<string, long>(StringComparer.Ordinal);
        while (reader.Read())
            lengths.Add(reader.GetString(0), reader.GetInt64(1));
        return lengths;
    }
}
