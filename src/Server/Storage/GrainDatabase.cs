using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace OpenIM.SignalR.Server;

/// <summary>A database that holds the state of grains: its tables and queries are there once it was opened.</summary>
/// <param name="Invariant">The name under which Orleans knows the kind of database.</param>
/// <param name="ConnectionString">How to reach it.</param>
internal sealed record GrainDatabase(string Invariant, string ConnectionString)
{
    /// <summary>Opens the database that <paramref name="options"/> name, and creates in it what is missing.</summary>
    /// <exception cref="DbException">It cannot be reached, or not be written to.</exception>
    /// <exception cref="IOException">The folder of the file cannot be created.</exception>
    public static GrainDatabase Open(StorageOptions options)
    {
        if (options.Provider == StorageProvider.PostgreSQL)
        {
            using var postgres = new NpgsqlConnection(options.ConnectionString);
            Run(postgres, "postgresql.sql");
            return new GrainDatabase("Npgsql", options.ConnectionString!);
        }
        Directory.CreateDirectory(options.Directory);
        var file = new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(Path.Combine(options.Directory, "sessions.db")),
        }.ConnectionString;
        using var sqlite = new SqliteConnection(file);
        Run(sqlite, "sqlite.sql");
        // Orleans knows SQLite by this name only, and then takes Microsoft.Data.Sqlite.
        return new GrainDatabase("System.Data.SQLite", file);
    }

    private static void Run(DbConnection connection, string script)
    {
        using var stream = typeof(GrainDatabase).Assembly.GetManifestResourceStream(script)!;
        using var text = new StreamReader(stream);
        connection.Open();
        using var transaction = connection is NpgsqlConnection ? connection.BeginTransaction() : null;
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The text is a file of this assembly.
        command.CommandText = text.ReadToEnd();
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        transaction?.Commit();
    }
}
