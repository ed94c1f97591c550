using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// What can be read of friends, black lists and friend requests on a server on which nobody can make any yet
/// (<see cref="NoRelations"/>): the checks, and empty lists.
/// </summary>
internal static class FriendListEndpoints
{
    public static void MapFriendLists(this RestApi api)
    {
        api.Map<GetPaginationFriendsReq, GetPaginationFriendsResp>(
            "/friend/get_friend_list",
            static (caller, request) => OwnPage<GetPaginationFriendsResp>(caller, request.UserID, request.Pagination));
        api.Map<GetPaginationFriendsApplyToReq, GetPaginationFriendsApplyToResp>(
            "/friend/get_friend_apply_list",
            static (caller, request) =>
                OwnPage<GetPaginationFriendsApplyToResp>(caller, request.UserID, request.Pagination));
        api.Map<GetPaginationFriendsApplyFromReq, GetPaginationFriendsApplyFromResp>(
            "/friend/get_self_friend_apply_list",
            static (caller, request) =>
                OwnPage<GetPaginationFriendsApplyFromResp>(caller, request.UserID, request.Pagination));
        api.Map<GetPaginationBlacksReq, GetPaginationBlacksResp>(
            "/friend/get_black_list",
            static (caller, request) => OwnPage<GetPaginationBlacksResp>(caller, request.UserID, request.Pagination));
        api.Map<GetSpecifiedBlacksReq, GetSpecifiedBlacksResp>(
            "/friend/get_specified_blacks",
            static (caller, request) => OwnSelection<GetSpecifiedBlacksResp>(
                caller, request.OwnerUserID, request.UserIDList));
    }

    private static Answer<T> OwnPage<T>(Caller caller, string owner, RequestPagination? pagination) where T : new()
    {
        if (owner.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        return (Page.Check(pagination) ?? caller.MustBe(owner)) is { } error ? error : new T();
    }

    private static Answer<T> OwnSelection<T>(Caller caller, string owner, Google.Protobuf.Collections.RepeatedField<string> userIDs)
        where T : new()
    {
        if (owner.Length == 0)
            return ServerErrors.Arguments("ownerUserID is empty");
        if (userIDs.Count == 0)
            return ServerErrors.Arguments("userIDs is empty");
        return caller.MustBe(owner) is { } error ? error : new T();
    }
}
