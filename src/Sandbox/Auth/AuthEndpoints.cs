using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class AuthEndpoints
{
    public static void AddAuth(this IServiceCollection services) => services
        .AddSingleton<TokenStore>()
        .AddSingleton<AuthRules>();

    public static void MapAuth(this RestApi api, AuthRules rules)
    {
        api.Map<GetAdminTokenReq, GetAdminTokenResp>("/auth/get_admin_token", rules.GetAdminToken);
        api.Map<GetUserTokenReq, GetUserTokenResp>("/auth/get_user_token", rules.GetUserToken);
        api.Map<ParseTokenReq, ParseTokenResp>("/auth/parse_token", rules.ParseToken);
        api.Map<ForceLogoutReq, ForceLogoutResp>("/auth/force_logout", rules.ForceLogout);
    }
}
