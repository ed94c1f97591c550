using OpenIM.SignalR.Upstream.Wire;
using Refit;

namespace OpenIM.SignalR.Upstream;

/// <summary>OpenIM's REST service <c>group</c>.</summary>
public interface IGroupApi
{
    /// <summary>Creates a work group (groupType 2). Repeated members are refused (1001).</summary>
    [Post("/group/create_group")]
    Task<OpenImResponse<CreateGroupResp>> CreateGroup(
        [Body] CreateGroupReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>
    /// Changes a group: what is set is stored, what is absent stays. For owner and administrators (1002).
    /// </summary>
    [Post("/group/set_group_info_ex")]
    Task<OpenImResponse<SetGroupInfoExResp>> SetGroupInfoEx(
        [Body] SetGroupInfoExReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>
    /// Joins or applies, as the group wants it. The user who joins is the field <c>inviterUserID</c>.
    /// </summary>
    [Post("/group/join_group")]
    Task<OpenImResponse<JoinGroupResp>> JoinGroup(
        [Body] JoinGroupReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Leaves a group; its owner cannot (1002).</summary>
    [Post("/group/quit_group")]
    Task<OpenImResponse<QuitGroupResp>> QuitGroup(
        [Body] QuitGroupReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Agrees (1) to an application or refuses it (-1). 1206 when that was done before.</summary>
    [Post("/group/group_application_response")]
    Task<OpenImResponse<GroupApplicationResponseResp>> GroupApplicationResponse(
        [Body] GroupApplicationResponseReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Makes another member the owner.</summary>
    [Post("/group/transfer_group")]
    Task<OpenImResponse<TransferGroupOwnerResp>> TransferGroup(
        [Body] TransferGroupOwnerReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Applications to groups that the user owns or administers, by page (from 1).</summary>
    [Post("/group/get_recv_group_applicationList")]
    Task<OpenImResponse<GetGroupApplicationListResp>> GetRecvGroupApplicationList(
        [Body] GetGroupApplicationListReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Applications that the user made, by page (from 1).</summary>
    [Post("/group/get_user_req_group_applicationList")]
    Task<OpenImResponse<GetUserReqApplicationListResp>> GetUserReqGroupApplicationList(
        [Body] GetUserReqApplicationListReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>The applications of one user to one group.</summary>
    [Post("/group/get_specified_user_group_request_info")]
    Task<OpenImResponse<GetSpecifiedUserGroupRequestInfoResp>> GetSpecifiedUserGroupRequestInfo(
        [Body] GetSpecifiedUserGroupRequestInfoReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>How many applications wait for the user, made after a time (ms).</summary>
    [Post("/group/get_group_application_unhandled_count")]
    Task<OpenImResponse<GetGroupApplicationUnhandledCountResp>> GetGroupApplicationUnhandledCount(
        [Body] GetGroupApplicationUnhandledCountReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>
    /// Groups, also dismissed ones (status 2) and such that the user is not in. Unknown ones are left out.
    /// </summary>
    [Post("/group/get_groups_info")]
    Task<OpenImResponse<GetGroupsInfoResp>> GetGroupsInfo(
        [Body] GetGroupsInfoReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Groups that the user is in, by page (from 1).</summary>
    [Post("/group/get_joined_group_list")]
    Task<OpenImResponse<GetJoinedGroupListResp>> GetJoinedGroupList(
        [Body] GetJoinedGroupListReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Members by page (from 1): owner, administrators, members.</summary>
    [Post("/group/get_group_member_list")]
    Task<OpenImResponse<GetGroupMemberListResp>> GetGroupMemberList(
        [Body] GetGroupMemberListReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>These members; who is none is left out.</summary>
    [Post("/group/get_group_members_info")]
    Task<OpenImResponse<GetGroupMembersInfoResp>> GetGroupMembersInfo(
        [Body] GetGroupMembersInfoReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Takes users in, or applies for them where the group wants that.</summary>
    [Post("/group/invite_user_to_group")]
    Task<OpenImResponse<InviteUserToGroupResp>> InviteUserToGroup(
        [Body] InviteUserToGroupReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Removes members; neither oneself nor the owner (1001).</summary>
    [Post("/group/kick_group")]
    Task<OpenImResponse<KickGroupMemberResp>> KickGroup(
        [Body] KickGroupMemberReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Dissolves a group.</summary>
    [Post("/group/dismiss_group")]
    Task<OpenImResponse<DismissGroupResp>> DismissGroup(
        [Body] DismissGroupReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Silences a member for a number of seconds.</summary>
    [Post("/group/mute_group_member")]
    Task<OpenImResponse<MuteGroupMemberResp>> MuteGroupMember(
        [Body] MuteGroupMemberReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Lets a member speak again.</summary>
    [Post("/group/cancel_mute_group_member")]
    Task<OpenImResponse<CancelMuteGroupMemberResp>> CancelMuteGroupMember(
        [Body] CancelMuteGroupMemberReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Silences all ordinary members.</summary>
    [Post("/group/mute_group")]
    Task<OpenImResponse<MuteGroupResp>> MuteGroup(
        [Body] MuteGroupReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Lets ordinary members speak again.</summary>
    [Post("/group/cancel_mute_group")]
    Task<OpenImResponse<CancelMuteGroupResp>> CancelMuteGroup(
        [Body] CancelMuteGroupReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Changes nickname, face, role or ex of members: what is set is stored, what is absent stays.</summary>
    [Post("/group/set_group_member_info")]
    Task<OpenImResponse<SetGroupMemberInfoResp>> SetGroupMemberInfo(
        [Body] SetGroupMemberInfoReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>
    /// What has changed in the user's groups since a version; <c>full</c> means that the caller must read the list
    /// anew.
    /// </summary>
    [Post("/group/get_incremental_join_groups")]
    Task<OpenImResponse<GetIncrementalJoinGroupResp>> GetIncrementalJoinGroups(
        [Body] GetIncrementalJoinGroupReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>
    /// What has changed in the members of groups since versions. After 500 changes the remaining groups are missing.
    /// </summary>
    [Post("/group/get_incremental_group_members_batch")]
    Task<OpenImResponse<BatchGetIncrementalGroupMemberResp>> GetIncrementalGroupMembersBatch(
        [Body] BatchGetIncrementalGroupMemberReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>The ids of all members, or only that their hash is equal.</summary>
    [Post("/group/get_full_group_member_user_ids")]
    Task<OpenImResponse<GetFullGroupMemberUserIDsResp>> GetFullGroupMemberUserIDs(
        [Body] GetFullGroupMemberUserIDsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>The ids of all groups that the user is in, or only that their hash is equal.</summary>
    [Post("/group/get_full_join_group_ids")]
    Task<OpenImResponse<GetFullJoinGroupIDsResp>> GetFullJoinGroupIDs(
        [Body] GetFullJoinGroupIDsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);
}
