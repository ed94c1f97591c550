using static OpenIM.SignalR.Contracts.FunctionAvailability;
using static OpenIM.SignalR.Contracts.FunctionDialects;

namespace OpenIM.SignalR.Contracts;

public static partial class FunctionCatalogue
{
    private static Row[] FriendFunctions =>
    [
        new("GetDesignatedFriendsInfo", V2, NotYet, "string[] userIDs"),
        new("AddFriend", V2 | V3 | V38, NotYet, "ApplyToAddFriendReq req"),
        new("AcceptFriendApplication", V2 | V3 | V38, NotYet, "ProcessFriendApplicationParams req"),
        new("RefuseFriendApplication", V2 | V3 | V38, NotYet, "ProcessFriendApplicationParams req"),
        new("CheckFriend", V2 | V3 | V38, Available, "string[] userIDs"),
        new("DeleteFriend", V2 | V3 | V38, NotYet, "string userID"),
        new("GetFriendList", V2 | V3 | V38, Available, "bool filterBlack"),
        new("GetRecvFriendApplicationList", V2, NotYet),
        new("GetSendFriendApplicationList", V2, NotYet),
        new("SearchFriends", V2 | V3 | V38, NotYet, "SearchFriendsParam param"),
        new("SetFriendRemark", V2 | V3 | V38, NotYet, "string toUserID, string remark"),
        new("AddBlack", V2 | V3 | V38, NotYet, "string userID, string ex"),
        new("RemoveBlack", V2 | V3 | V38, NotYet, "string userID"),
        new("GetBlackList", V2 | V3 | V38, Available),
        new("GetSpecifiedFriendsInfo", V3 | V38, Available, "string[] userIDs, bool filterBlack"),
        new("GetFriendListPage", V3 | V38, NotYet, "int offset, int count, bool filterBlack"),
        new("PinFriends", V3 | V38, NotYet, "string[] toUserIDs, bool isPinned"),
        new("GetFriendApplicationListAsRecipient", V3 | V38, Available, "GetFriendApplicationListAsRecipientReq req"),
        new("GetFriendApplicationListAsApplicant", V3 | V38, Available, "GetFriendApplicationListAsApplicantReq req"),
        new("SetFriendsEx", V3 | V38, NotYet, "string[] toUserIDs, string ex"),
        new("UpdateFriends", V38, NotYet, "UpdateFriendsReq req"),
        new("GetFriendApplicationUnhandledCount", V38, NotYet, "GetSelfUnhandledApplyCountReq req"),
        new("DeleteFriendRequests", V38, NotYet, "object req"),
    ];
}
