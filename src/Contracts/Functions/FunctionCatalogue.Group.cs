using static OpenIM.SignalR.Contracts.FunctionAvailability;
using static OpenIM.SignalR.Contracts.FunctionDialects;

namespace OpenIM.SignalR.Contracts;

public static partial class FunctionCatalogue
{
    private static Row[] GroupFunctions =>
    [
        new("CreateGroup", V2 | V3 | V38, Available, "CreateGroupReq req"),
        new("JoinGroup", V2 | V3 | V38, Available, "string groupID, string reqMsg, int joinSource, string ex"),
        new("QuitGroup", V2 | V3 | V38, Available, "string groupID"),
        new("DismissGroup", V2 | V3 | V38, Available, "string groupID"),
        new("ChangeGroupMute", V2 | V3 | V38, Available, "string groupID, bool isMute"),
        new("ChangeGroupMemberMute", V2 | V3 | V38, Available, "string groupID, string userID, int mutedSeconds"),
        new("SetGroupMemberNickname", V2 | V3 | V38, Available,
            "string groupID, string userID, string groupMemberNickname"),
        new("SetGroupMemberRoleLevel", V2 | V3 | V38, Available, "string groupID, string userID, int roleLevel"),
        new("GetJoinedGroupList", V2 | V3 | V38, Available),
        new("GetGroupsInfo", V2, Available, "string[] groupIDs"),
        new("SearchGroups", V2 | V3 | V38, Available, "SearchGroupsParam param"),
        new("SetGroupInfo", V2 | V3 | V38, Available, "SetGroupInfoExReq info"),
        new("SetGroupVerification", V2 | V3 | V38, Available, "string groupID, int verification"),
        new("SetGroupApplyMemberFriend", V2 | V3 | V38, Available, "string groupID, int rule"),
        new("SetGroupLookMemberInfo", V2 | V3 | V38, Available, "string groupID, int rule"),
        new("GetGroupMemberList", V2 | V3 | V38, Available, "string groupID, int filter, int offset, int count"),
        new("GetGroupMemberOwnerAndAdmin", V2 | V3 | V38, Available, "string groupID"),
        new("GetGroupMemberListByJoinTimeFilter", V2 | V3 | V38, Available,
            "string groupID, int offset, int count, long joinTimeBegin, long joinTimeEnd, string[] filterUserIDs"),
        new("GetGroupMembersInfo", V2, Available, "string groupID, string[] userIDList"),
        new("KickGroupMember", V2 | V3 | V38, Available, "string groupID, string reason, string[] userIDs"),
        new("InviteUserToGroup", V2 | V3 | V38, Available, "string groupID, string reason, string[] userIDs"),
        new("TransferGroupOwner", V2 | V3 | V38, Available, "string groupID, string newOwnerUserID"),
        new("GetRecvGroupApplicationList", V2, Available),
        new("GetSendGroupApplicationList", V2, Available),
        new("AcceptGroupApplication", V2 | V3 | V38, Available, "string groupID, string fromUserID, string handleMsg"),
        new("RefuseGroupApplication", V2 | V3 | V38, Available, "string groupID, string fromUserID, string handleMsg"),
        new("SearchGroupMembers", V2 | V3 | V38, Available, "SearchGroupMembersParam param"),
        new("SetGroupMemberInfo", V3 | V38, Available, "SetGroupMemberInfo info"),
        new("GetSpecifiedGroupsInfo", V3 | V38, Available, "string[] groupIDs"),
        new("GetSpecifiedGroupMembersInfo", V3 | V38, Available, "string groupID, string[] userIDs"),
        new("GetGroupApplicationListAsRecipient", V3 | V38, Available, "GetGroupApplicationListAsRecipientReq req"),
        new("GetGroupApplicationListAsApplicant", V3 | V38, Available, "GetGroupApplicationListAsApplicantReq req"),
        new("IsJoinGroup", V3 | V38, Available, "string groupID"),
        new("GetJoinedGroupListPage", V38, Available, "int offset, int count"),
        new("GetUsersInGroup", V38, Available, "string groupID, string[] userIDs"),
        new("CheckLocalGroupFullSync", V38, Available),
        new("CheckGroupMemberFullSync", V38, Available, "string groupID"),
        new("GetGroupApplicationUnhandledCount", V38, Available, "GetGroupApplicationUnhandledCountReq req"),
        new("DeleteGroupRequests", V38, NotOnServer, "object req"),
    ];
}
