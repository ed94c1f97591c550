using static OpenIM.SignalR.Contracts.FunctionAvailability;
using static OpenIM.SignalR.Contracts.FunctionDialects;

namespace OpenIM.SignalR.Contracts;

public static partial class FunctionCatalogue
{
    private static Row[] FriendFunctions =>
    [
        new("GetDesignatedFriendsInfo", V2, Available, "string[] userIDs"),
        new("AddFriend", V2 | V3 | V38, Available, "ApplyToAddFriendReq req"),
        new("AcceptFriendApplication", V2 | V3 | V38, Available, "ProcessFriendApplicationParams req"),
        new("RefuseFriendApplication", V2 | V3 | V38, Available, "ProcessFriendApplicationParams req"),
        new("CheckFriend", V2 | V3 | V38, Available, "string[] userIDs"),
        new("DeleteFriend", V2 | V3 | V38, Available, "string userID"),
        new("GetFriendList", V2 | V3 | V38, Available, "bool filterBlack"),
        new("GetRecvFriendApplicationList", V2, Available),
        new("GetSendFriendApplicationList", V2, Available),
        new("SearchFriends", V2 | V3 | V38, Available, "SearchFriendsParam param"),
        new("SetFriendRemark", V2 | V3 | V38, Available, "string toUserID, string remark"),
        new("AddBlack", V2 | V3 | V38, Available, "string userID, string ex"),
        new("RemoveBlack", V2 | V3 | V38, Available, "string userID"),
        new("GetBlackList", V2 | V3 | V38, Available),
        new("GetSpecifiedFriendsInfo", V3 | V38, Available, "string[] userIDs, bool filterBlack"),
        new("GetFriendListPage", V3 | V38, Available, "int offset, int count, bool filterBlack"),
        new("PinFriends", V3 | V38, Available, "string[] toUserIDs, bool isPinned"),
        new("GetFriendApplicationListAsRecipient", V3 | V38, Available, "GetFriendApplicationListAsRecipientReq req"),
        new("GetFriendApplicationListAsApplicant", V3 | V38, Available, "GetFriendApplicationListAsApplicantReq req"),
        new("SetFriendsEx", V3 | V38, Available, "string[] toUserIDs, string ex"),
        new("UpdateFriends", V38, Available, "UpdateFriendsReq req"),
        new("GetFriendApplicationUnhandledCount", V38, Available, "GetSelfUnhandledApplyCountReq req"),
        new("DeleteFriendRequests", V38, NotOnServer, "object req"),
    ];
}
