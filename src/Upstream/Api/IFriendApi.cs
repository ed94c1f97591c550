using OpenIM.SignalR.Upstream.Wire;
using Refit;

namespace OpenIM.SignalR.Upstream;

/// <summary>OpenIM's REST service <c>friend</c>, which has the blacklist as well.</summary>
public interface IFriendApi
{
    /// <summary>
    /// Applies for a friendship. 1301 to oneself, 1304 when both are friends already, 1004 when there is no such user.
    /// </summary>
    [Post("/friend/add_friend")]
    Task<OpenImResponse<ApplyToAddFriendResp>> AddFriend(
        [Body] ApplyToAddFriendReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>
    /// The applied-to user agrees (1) or refuses (-1). 1305 when that was done before, 1004 without an application.
    /// </summary>
    [Post("/friend/add_friend_response")]
    Task<OpenImResponse<RespondFriendApplyResp>> AddFriendResponse(
        [Body] RespondFriendApplyReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Takes a friend off the owner's list, not off the friend's.</summary>
    [Post("/friend/delete_friend")]
    Task<OpenImResponse<DeleteFriendResp>> DeleteFriend(
        [Body] DeleteFriendReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Applications that the user received, by page (from 1).</summary>
    [Post("/friend/get_friend_apply_list")]
    Task<OpenImResponse<GetPaginationFriendsApplyToResp>> GetFriendApplyList(
        [Body] GetPaginationFriendsApplyToReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Applications that the user made, by page (from 1).</summary>
    [Post("/friend/get_self_friend_apply_list")]
    Task<OpenImResponse<GetPaginationFriendsApplyFromResp>> GetSelfFriendApplyList(
        [Body] GetPaginationFriendsApplyFromReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Applications between two users, in both directions.</summary>
    [Post("/friend/get_designated_friend_apply")]
    Task<OpenImResponse<GetDesignatedFriendsApplyResp>> GetDesignatedFriendApply(
        [Body] GetDesignatedFriendsApplyReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>How many received applications wait, made after a time (ms).</summary>
    [Post("/friend/get_self_unhandled_apply_count")]
    Task<OpenImResponse<GetSelfUnhandledApplyCountResp>> GetSelfUnhandledApplyCount(
        [Body] GetSelfUnhandledApplyCountReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Friends by page (from 1), pinned ones first. Their createTime is in seconds.</summary>
    [Post("/friend/get_friend_list")]
    Task<OpenImResponse<GetPaginationFriendsResp>> GetFriendList(
        [Body] GetPaginationFriendsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>
    /// These friends; who is none is left out, duplicates are refused (1001). Their createTime is in seconds.
    /// </summary>
    [Post("/friend/get_designated_friends")]
    Task<OpenImResponse<GetDesignatedFriendsResp>> GetDesignatedFriends(
        [Body] GetDesignatedFriendsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Changes pin, remark or ex of friends: what is set is stored, what is absent stays.</summary>
    [Post("/friend/update_friends")]
    Task<OpenImResponse<UpdateFriendsResp>> UpdateFriends(
        [Body] UpdateFriendsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Whether each of two users is on the other's list.</summary>
    [Post("/friend/is_friend")]
    Task<OpenImResponse<IsFriendResp>> IsFriend(
        [Body] IsFriendReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>What has changed since a version; <c>full</c> means that the caller must read the list anew.</summary>
    [Post("/friend/get_incremental_friends")]
    Task<OpenImResponse<GetIncrementalFriendsResp>> GetIncrementalFriends(
        [Body] GetIncrementalFriendsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>The ids of all friends, or only that their hash is equal.</summary>
    [Post("/friend/get_full_friend_user_ids")]
    Task<OpenImResponse<GetFullFriendUserIDsResp>> GetFullFriendUserIDs(
        [Body] GetFullFriendUserIDsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Blocks a user. Twice is an error (500).</summary>
    [Post("/friend/add_black")]
    Task<OpenImResponse<AddBlackResp>> AddBlack(
        [Body] AddBlackReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Unblocks a user, also one who is not blocked.</summary>
    [Post("/friend/remove_black")]
    Task<OpenImResponse<RemoveBlackResp>> RemoveBlack(
        [Body] RemoveBlackReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Blocked users by page (from 1). Their createTime is in seconds.</summary>
    [Post("/friend/get_black_list")]
    Task<OpenImResponse<GetPaginationBlacksResp>> GetBlackList(
        [Body] GetPaginationBlacksReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Which of these users are blocked. Their createTime is in milliseconds.</summary>
    [Post("/friend/get_specified_blacks")]
    Task<OpenImResponse<GetSpecifiedBlacksResp>> GetSpecifiedBlacks(
        [Body] GetSpecifiedBlacksReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);
}
