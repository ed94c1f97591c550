using Google.Protobuf;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class StatusEndpoints
{
    public static void AddStatus(this IServiceCollection services) => services
        .AddSingleton<OnlineStatusRules>()
        .AddSingleton<OnlineStatus>()
        .AddHostedService(provider => provider.GetRequiredService<OnlineStatus>());

    public static void MapStatus(this RestApi api, IServiceProvider services)
    {
        var rules = services.GetRequiredService<OnlineStatusRules>();
        api.Map<GetUserStatusReq, GetUserStatusResp>("/user/get_users_status", rules.GetStatus);
        api.Map<SubscribeOrCancelUsersStatusReq, SubscribeOrCancelUsersStatusResp>(
            "/user/subscribe_users_status", OnlineStatusRules.Subscribe);
        api.Map<GetSubscribeUsersStatusReq, GetSubscribeUsersStatusResp>(
            "/user/get_subscribe_users_status", OnlineStatusRules.GetSubscribed);
        api.MapBound<UserIDs, IReadOnlyList<GetUsersOnlineStatusRespSuccessResult>?>(
            "/user/get_users_online_status", ServerErrors.Internal, _ => null, rules.GetConnections);
        api.MapBound<UserIDs, IReadOnlyList<SingleDetail>?>(
            "/user/get_users_online_token_detail", ServerErrors.Arguments, _ => null, rules.GetTokens);
    }

    public static void MapStatus(this GatewayRequests requests, IServiceProvider services)
    {
        var status = services.GetRequiredService<OnlineStatus>();
        requests.Map<SubUserOnlineStatus>(GatewayRequest.SubUserOnlineStatus, (connection, _, request) =>
            new Answer<IMessage?>(status.Subscribe(connection, request), null));
    }
}
