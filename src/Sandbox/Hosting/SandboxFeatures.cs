namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The server's features, in one place: each brings its services, its REST paths and its gateway requests.
/// </summary>
internal static class SandboxFeatures
{
    public static void AddFeatures(this IServiceCollection services, SandboxOptions options)
    {
        services.AddStorage(options.File);
        services.AddFaults();
        services.AddPage();
        services.AddGateway();
        services.AddAuth();
        services.AddUsers();
        services.AddStatus();
        services.AddMessages();
        services.AddConversations();
        services.AddFriends();
        services.AddGroups();
        services.AddObjects(options);
        services.AddThird();
        services.AddStatistics();
    }

    public static void MapFeatures(this RestApi api, IServiceProvider services)
    {
        api.MapFaults(services.GetRequiredService<Faults>());
        api.MapPage(services);
        api.MapAuth(services.GetRequiredService<AuthRules>());
        api.MapUsers(services);
        api.MapStatus(services);
        api.MapMessages(services);
        api.MapConversations(services);
        api.MapFriends(services);
        api.MapGroups(services);
        api.MapObjects(services);
        api.MapThird(services);
        api.MapStatistics(services);
        api.MapOperations();
    }

    public static void MapFeatures(this GatewayRequests requests, IServiceProvider services)
    {
        requests.MapConnection();
        requests.MapStatus(services);
        requests.MapMessages(services);
    }
}
