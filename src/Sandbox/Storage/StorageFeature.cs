namespace OpenIM.SignalR.Sandbox;

/// <summary>What the records are kept in.</summary>
internal static class StorageFeature
{
    /// <param name="services">Get the store, and with a file also its <see cref="DatabaseFile"/>.</param>
    /// <param name="file">The file that keeps everything; null for memory.</param>
    public static void AddStorage(this IServiceCollection services, string? file = null)
    {
        if (file is null)
        {
            services.AddSingleton<IRecordStore, MemoryRecords>();
        }
        else
        {
            services.AddSingleton(_ => new DatabaseFile(file));
            services.AddSingleton(provider => new SqliteRecords(
                provider.GetRequiredService<DatabaseFile>(), provider.GetRequiredService<ILogger<SqliteRecords>>()));
            services.AddSingleton<IRecordStore>(provider => provider.GetRequiredService<SqliteRecords>());
        }
        services.AddSingleton<VersionLogs>();
    }
}
