using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class GroupEndpoints
{
    public static void AddGroups(this IServiceCollection services)
    {
        services.AddSingleton<GroupStore>();
        services.AddSingleton<GroupTips>();
        services.AddSingleton<GroupPermission>();
        services.AddSingleton<GroupReading>();
        services.AddSingleton<MemberReading>();
        services.AddSingleton<JoinedGroupSync>();
        services.AddSingleton<GroupMemberSync>();
        services.AddSingleton<GroupInfoChanges>();
        services.AddSingleton<GroupMuting>();
        services.AddSingleton<GroupMemberPermission>();
        services.AddSingleton<GroupMemberChanges>();
        services.AddGroupMembership();
    }

    public static void MapGroups(this RestApi api, IServiceProvider services)
    {
        MapReading(api, services);
        MapSync(api, services);
        MapChanging(api, services);
        api.MapGroupMembership(services);
    }

    private static void MapReading(RestApi api, IServiceProvider services)
    {
        var groups = services.GetRequiredService<GroupReading>();
        api.Map<GetGroupsInfoReq, GetGroupsInfoResp>("/group/get_groups_info", groups.Infos);
        api.Map<GetGroupAbstractInfoReq, GetGroupAbstractInfoResp>("/group/get_group_abstract_info", groups.Abstracts);
        api.Map<GetGroupsReq, GetGroupsResp>("/group/get_groups", groups.Search);
        api.Map<GetJoinedGroupListReq, GetJoinedGroupListResp>("/group/get_joined_group_list", groups.Joined);

        var members = services.GetRequiredService<MemberReading>();
        api.Map<GetGroupMemberListReq, GetGroupMemberListResp>("/group/get_group_member_list", members.OnePage);
        api.Map<GetGroupMembersInfoReq, GetGroupMembersInfoResp>("/group/get_group_members_info", members.Some);
        api.Map<GetGroupMemberUserIDsReq, GetGroupMemberUserIDsResp>("/group/get_group_member_user_id", members.IDs);
    }

    private static void MapSync(RestApi api, IServiceProvider services)
    {
        var joined = services.GetRequiredService<JoinedGroupSync>();
        api.Map<GetIncrementalJoinGroupReq, GetIncrementalJoinGroupResp>(
            "/group/get_incremental_join_groups", joined.Incremental);
        api.Map<GetFullJoinGroupIDsReq, GetFullJoinGroupIDsResp>("/group/get_full_join_group_ids", joined.FullIDs);

        var members = services.GetRequiredService<GroupMemberSync>();
        api.Map<GetIncrementalGroupMemberReq, GetIncrementalGroupMemberResp>(
            "/group/get_incremental_group_members", members.Incremental);
        api.Map<BatchGetIncrementalGroupMemberReq, BatchGetIncrementalGroupMemberResp>(
            "/group/get_incremental_group_members_batch", members.IncrementalOfMany);
        api.Map<GetFullGroupMemberUserIDsReq, GetFullGroupMemberUserIDsResp>(
            "/group/get_full_group_member_user_ids", members.FullIDs);
    }

    private static void MapChanging(RestApi api, IServiceProvider services)
    {
        var info = services.GetRequiredService<GroupInfoChanges>();
        api.Map<SetGroupInfoReq, SetGroupInfoResp>("/group/set_group_info", info.Set);
        api.Map<SetGroupInfoExReq, SetGroupInfoExResp>("/group/set_group_info_ex", info.SetEx);

        var muting = services.GetRequiredService<GroupMuting>();
        api.Map<MuteGroupReq, MuteGroupResp>("/group/mute_group", muting.MuteGroup);
        api.Map<CancelMuteGroupReq, CancelMuteGroupResp>("/group/cancel_mute_group", muting.CancelMuteGroup);
        api.Map<MuteGroupMemberReq, MuteGroupMemberResp>("/group/mute_group_member", muting.MuteMember);
        api.Map<CancelMuteGroupMemberReq, CancelMuteGroupMemberResp>(
            "/group/cancel_mute_group_member", muting.CancelMuteMember);

        var members = services.GetRequiredService<GroupMemberChanges>();
        api.Map<SetGroupMemberInfoReq, SetGroupMemberInfoResp>("/group/set_group_member_info", members.Set);
    }
}
