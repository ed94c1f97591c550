using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class GroupEndpoints
{
    public static void AddGroups(this IServiceCollection services)
    {
        services.AddSingleton<GroupStore>();
        services.AddSingleton<IGroupDirectory>(services => services.GetRequiredService<GroupStore>());
        services.AddSingleton<GroupTips>();
        services.AddGroupMembership();
        services.AddSingleton<JoinedGroups>();
    }

    public static void MapGroups(this RestApi api, IServiceProvider services)
    {
        api.MapGroupMembership(services);
        var joined = services.GetRequiredService<JoinedGroups>();
        api.Map<GetIncrementalJoinGroupReq, GetIncrementalJoinGroupResp>(
            "/group/get_incremental_join_groups", joined.Incremental);
        api.Map<GetFullJoinGroupIDsReq, GetFullJoinGroupIDsResp>("/group/get_full_join_group_ids", joined.FullIDs);
        api.Map<BatchGetIncrementalGroupMemberReq, BatchGetIncrementalGroupMemberResp>(
            "/group/get_incremental_group_members_batch", joined.IncrementalMembers);
        api.Map<GetJoinedGroupListReq, GetJoinedGroupListResp>(
            "/group/get_joined_group_list",
            static (caller, request) =>
                OwnPage<GetJoinedGroupListResp>(caller, request.FromUserID, request.Pagination));
        api.Map<GetGroupsInfoReq, GetGroupsInfoResp>(
            "/group/get_groups_info",
            static (_, request) => request.GroupIDs.Count == 0
                ? ServerErrors.Arguments("groupIDs is empty")
                : new GetGroupsInfoResp());
        api.Map<GetGroupMembersInfoReq, GetGroupMembersInfoResp>(
            "/group/get_group_members_info",
            static (caller, request) =>
            {
                if (request.GroupID.Length == 0 || request.UserIDs.Count == 0)
                    return ServerErrors.Arguments("groupID or userIDs is empty");
                return caller.IsAdmin ? new GetGroupMembersInfoResp() : ServerErrors.NoPermission("not in the group");
            });
    }

    private static Answer<T> OwnPage<T>(Caller caller, string owner, RequestPagination? pagination) where T : new()
    {
        if (owner.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        return (Page.Check(pagination) ?? caller.MustBe(owner)) is { } error ? error : new T();
    }
}
