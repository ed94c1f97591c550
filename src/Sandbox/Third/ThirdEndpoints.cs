using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class ThirdEndpoints
{
    public static void AddThird(this IServiceCollection services) => services
        .AddSingleton<PushRegistrations>()
        .AddSingleton<PushRules>()
        .AddSingleton<ClientLogStore>()
        .AddSingleton<ClientLogRules>();

    public static void MapThird(this RestApi api, IServiceProvider services)
    {
        var push = services.GetRequiredService<PushRules>();
        api.Map<FcmUpdateTokenReq, FcmUpdateTokenResp>("/third/fcm_update_token", push.UpdateToken);
        api.Map<SetAppBadgeReq, SetAppBadgeResp>("/third/set_app_badge", push.SetBadge);

        var logs = services.GetRequiredService<ClientLogRules>();
        api.Map<UploadLogsReq, UploadLogsResp>("/third/logs/upload", logs.Upload);
        api.Map<DeleteLogsReq, DeleteLogsResp>("/third/logs/delete", logs.Delete);
        api.Map<SearchLogsReq, SearchLogsResp>("/third/logs/search", logs.Search);

        Monitoring.Map(api);
    }
}
