using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class FriendEndpoints
{
    public static void AddFriends(this IServiceCollection services) => services
        .AddSingleton<FriendStore>()
        .AddSingleton<FriendRequestStore>()
        .AddSingleton<BlackStore>()
        .AddSingleton<IRelations, Relations>()
        .AddSingleton<FriendRules>()
        .AddSingleton<FriendChanges>()
        .AddSingleton<FriendRequestRules>()
        .AddSingleton<BlackRules>();

    public static void MapFriends(this RestApi api, IServiceProvider services)
    {
        var rules = services.GetRequiredService<FriendRules>();
        api.Map<GetPaginationFriendsReq, GetPaginationFriendsResp>("/friend/get_friend_list", rules.OnePage);
        api.Map<GetDesignatedFriendsReq, GetDesignatedFriendsResp>("/friend/get_designated_friends", rules.Designated);
        api.Map<GetSpecifiedFriendsInfoReq, GetSpecifiedFriendsInfoResp>(
            "/friend/get_specified_friends_info", rules.Specified);
        api.Map<GetFriendIDsReq, GetFriendIDsResp>("/friend/get_friend_id", rules.IDs);
        api.Map<IsFriendReq, IsFriendResp>("/friend/is_friend", rules.IsFriend);
        api.Map<GetIncrementalFriendsReq, GetIncrementalFriendsResp>(
            "/friend/get_incremental_friends", rules.Incremental);
        api.Map<GetFullFriendUserIDsReq, GetFullFriendUserIDsResp>("/friend/get_full_friend_user_ids", rules.FullIDs);

        var changes = services.GetRequiredService<FriendChanges>();
        api.Map<ImportFriendReq, ImportFriendResp>("/friend/import_friend", changes.Import);
        api.Map<DeleteFriendReq, DeleteFriendResp>("/friend/delete_friend", changes.Delete);
        api.Map<SetFriendRemarkReq, SetFriendRemarkResp>("/friend/set_friend_remark", changes.SetRemark);
        api.Map<UpdateFriendsReq, UpdateFriendsResp>("/friend/update_friends", changes.Update);

        var requests = services.GetRequiredService<FriendRequestRules>();
        api.Map<ApplyToAddFriendReq, ApplyToAddFriendResp>("/friend/add_friend", requests.Apply);
        api.Map<RespondFriendApplyReq, RespondFriendApplyResp>("/friend/add_friend_response", requests.Respond);
        api.Map<GetPaginationFriendsApplyToReq, GetPaginationFriendsApplyToResp>(
            "/friend/get_friend_apply_list", requests.Received);
        api.Map<GetPaginationFriendsApplyFromReq, GetPaginationFriendsApplyFromResp>(
            "/friend/get_self_friend_apply_list", requests.Sent);
        api.Map<GetDesignatedFriendsApplyReq, GetDesignatedFriendsApplyResp>(
            "/friend/get_designated_friend_apply", requests.Between);
        api.Map<GetSelfUnhandledApplyCountReq, GetSelfUnhandledApplyCountResp>(
            "/friend/get_self_unhandled_apply_count", requests.CountWaiting);

        var blacks = services.GetRequiredService<BlackRules>();
        api.Map<AddBlackReq, AddBlackResp>("/friend/add_black", blacks.Add);
        api.Map<RemoveBlackReq, RemoveBlackResp>("/friend/remove_black", blacks.Remove);
        api.Map<GetPaginationBlacksReq, GetPaginationBlacksResp>("/friend/get_black_list", blacks.OnePage);
        api.Map<GetSpecifiedBlacksReq, GetSpecifiedBlacksResp>("/friend/get_specified_blacks", blacks.Specified);
        // The server has the path and nothing behind it.
        api.Map<GetIncrementalBlacksReq, GetIncrementalBlacksResp>(
            "/friend/get_incremental_blacks",
            (_, _) => ServerErrors.Internal("method GetIncrementalBlacks not implemented"));
    }
}
