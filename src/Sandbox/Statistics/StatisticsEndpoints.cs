using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class StatisticsEndpoints
{
    public static void AddStatistics(this IServiceCollection services) => services
        .AddSingleton<RegistrationStatistics>()
        .AddSingleton<ActivityStatistics>();

    public static void MapStatistics(this RestApi api, IServiceProvider services)
    {
        var registrations = services.GetRequiredService<RegistrationStatistics>();
        api.Map<UserRegisterCountReq, UserRegisterCountResp>("/statistics/user/register", registrations.Users);
        api.Map<GroupCreateCountReq, GroupCreateCountResp>("/statistics/group/create", registrations.Groups);
        var activity = services.GetRequiredService<ActivityStatistics>();
        api.Map<GetActiveUserReq, GetActiveUserResp>("/statistics/user/active", activity.Users);
        api.Map<GetActiveGroupReq, GetActiveGroupResp>("/statistics/group/active", activity.Groups);
    }
}
