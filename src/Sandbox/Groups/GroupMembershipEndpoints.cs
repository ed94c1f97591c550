using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The paths below <c>/group</c> by which groups and memberships come into being and end.</summary>
internal static class GroupMembershipEndpoints
{
    public static void AddGroupMembership(this IServiceCollection services) => services
        .AddSingleton<GroupRequestStore>()
        .AddSingleton<GroupRequestLists>()
        .AddSingleton<GroupApplicationNotices>()
        .AddSingleton<GroupConversations>()
        .AddSingleton<GroupEntrance>()
        .AddSingleton<GroupCreation>()
        .AddSingleton<GroupJoining>()
        .AddSingleton<GroupInvitation>()
        .AddSingleton<GroupLeaving>()
        .AddSingleton<GroupOwnership>();

    public static void MapGroupMembership(this RestApi api, IServiceProvider services)
    {
        api.Map<CreateGroupReq, CreateGroupResp>(
            "/group/create_group", services.GetRequiredService<GroupCreation>().Create);
        api.Map<InviteUserToGroupReq, InviteUserToGroupResp>(
            "/group/invite_user_to_group", services.GetRequiredService<GroupInvitation>().Invite);

        var joining = services.GetRequiredService<GroupJoining>();
        api.Map<JoinGroupReq, JoinGroupResp>("/group/join_group", joining.Join);
        api.Map<GroupApplicationResponseReq, GroupApplicationResponseResp>(
            "/group/group_application_response", joining.Respond);

        var leaving = services.GetRequiredService<GroupLeaving>();
        api.Map<QuitGroupReq, QuitGroupResp>("/group/quit_group", leaving.Quit);
        api.Map<KickGroupMemberReq, KickGroupMemberResp>("/group/kick_group", leaving.Kick);

        var ownership = services.GetRequiredService<GroupOwnership>();
        api.Map<TransferGroupOwnerReq, TransferGroupOwnerResp>("/group/transfer_group", ownership.Transfer);
        api.Map<DismissGroupReq, DismissGroupResp>("/group/dismiss_group", ownership.Dismiss);

        var requests = services.GetRequiredService<GroupRequestLists>();
        api.Map<GetGroupApplicationListReq, GetGroupApplicationListResp>(
            "/group/get_recv_group_applicationList", requests.Received);
        api.Map<GetUserReqApplicationListReq, GetUserReqApplicationListResp>(
            "/group/get_user_req_group_applicationList", requests.Sent);
        api.Map<GetGroupUsersReqApplicationListReq, GetGroupUsersReqApplicationListResp>(
            "/group/get_group_users_req_application_list", requests.OfUsers);
        api.Map<GetSpecifiedUserGroupRequestInfoReq, GetSpecifiedUserGroupRequestInfoResp>(
            "/group/get_specified_user_group_request_info", requests.OfUser);
        api.Map<GetGroupApplicationUnhandledCountReq, GetGroupApplicationUnhandledCountResp>(
            "/group/get_group_application_unhandled_count", requests.CountWaiting);
    }
}
