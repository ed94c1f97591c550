using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class GroupEndpoints
{
    public static void AddGroups(this IServiceCollection services) => services
        .AddSingleton<GroupStore>()
        .AddSingleton<IGroupDirectory>(services => services.GetRequiredService<GroupStore>())
        .AddSingleton<GroupTips>()
        .AddSingleton<JoinedGroups>();

    public static void MapGroups(this RestApi api, IServiceProvider services)
    {
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
        api.Map<GetGroupApplicationListReq, GetGroupApplicationListResp>(
            "/group/get_recv_group_applicationList",
            static (caller, request) => request.GroupIDs.Count > 0
                ? new ServerError(1201, "GroupIDNotFoundError")
                : OwnPage<GetGroupApplicationListResp>(caller, request.FromUserID, request.Pagination));
        api.Map<GetUserReqApplicationListReq, GetUserReqApplicationListResp>(
            "/group/get_user_req_group_applicationList",
            static (caller, request) =>
                OwnPage<GetUserReqApplicationListResp>(caller, request.UserID, request.Pagination));
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
