using StackExchange.Redis;

namespace OpenIM.SignalR.Server;

/// <summary>Where sessions keep what OpenIM does not give back. Configuration section <c>Storage</c>.</summary>
internal sealed record StorageOptions
{
    /// <summary>
    /// Default Sqlite; Redis when <c>Redis:ConnectionString</c> is given; Memory before a Sandbox without a
    /// file, unless a <see cref="Directory"/> is given.
    /// </summary>
    public required StorageProvider Provider { get; init; }

    /// <summary>
    /// Sqlite: the folder of the database file. Default <c>./data</c>, created when it is missing. Seed flag
    /// <c>--openIMDbDir</c>.
    /// </summary>
    public required string Directory { get; init; }

    /// <summary>
    /// PostgreSQL: how to reach it, in Npgsql's form; the tables are created when they are missing. Redis: another server than
    /// <c>Redis:ConnectionString</c>.
    /// </summary>
    public required string? ConnectionString { get; init; }

    public static StorageOptions Read(ConfigurationReader reader, ClusterOptions? cluster, bool forgetfulSandbox)
    {
        var directory = reader.Text("Storage:Directory");
        var options = new StorageOptions
        {
            Provider = reader.Choice<StorageProvider>("Storage:Provider") ?? (cluster, forgetfulSandbox, directory) switch
            {
                (not null, _, _) => StorageProvider.Redis,
                // A Sandbox that is started again without a file counts its seqs from 1: sessions that remember theirs
                // would take new messages for known ones.
                (null, true, null) => StorageProvider.Memory,
                _ => StorageProvider.Sqlite,
            },
            Directory = directory ?? "data",
            ConnectionString = reader.Text("Storage:ConnectionString") ?? cluster?.RedisConnectionString,
        };
        Check(options, cluster, reader);
        return options;
    }

    private static void Check(StorageOptions options, ClusterOptions? cluster, ConfigurationReader reader)
    {
        const string path = "Storage:ConnectionString";
        if (cluster is not null && options.Provider is StorageProvider.Sqlite or StorageProvider.Memory)
            reader.Report("Storage:Provider",
                $"with Redis:ConnectionString this is one of several nodes, which cannot share {options.Provider}; take Redis or PostgreSQL");
        if (options.Provider == StorageProvider.PostgreSQL && reader.Text(path) is null)
            reader.Report(path, "PostgreSQL needs one, such as Host=db.example.com;Database=openim;Username=...;Password=...");
        if (options.Provider == StorageProvider.Redis && options.ConnectionString is null)
            reader.Report(path, "Redis needs one, such as redis.example.com:6379, here or as Redis:ConnectionString");
        else if (options.Provider == StorageProvider.Redis && !ClusterOptions.IsRedis(options.ConnectionString!))
            reader.Report(path, "this is not a Redis connection string such as redis.example.com:6379,password=...");
    }
}
