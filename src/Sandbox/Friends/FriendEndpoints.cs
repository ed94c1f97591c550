using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class FriendEndpoints
{
    public static void AddFriends(this IServiceCollection services) => services.AddSingleton<FriendRules>();

    public static void MapFriends(this RestApi api, IServiceProvider services)
    {
        var rules = services.GetRequiredService<FriendRules>();
        api.Map<GetDesignatedFriendsReq, GetDesignatedFriendsResp>("/friend/get_designated_friends", rules.Designated);
    }
}
