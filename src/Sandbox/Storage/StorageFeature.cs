namespace OpenIM.SignalR.Sandbox;

/// <summary>What the records are kept in.</summary>
internal static class StorageFeature
{
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<IRecordStore, MemoryRecords>();
        services.AddSingleton<VersionLogs>();
    }
}
