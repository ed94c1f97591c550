using static OpenIM.SignalR.Contracts.FunctionAvailability;
using static OpenIM.SignalR.Contracts.FunctionDialects;

namespace OpenIM.SignalR.Contracts;

public static partial class FunctionCatalogue
{
    private static Row[] UserFunctions =>
    [
        new("GetUsersInfo", V2 | V3 | V38, Available, "string[] userIDs"),
        new("SetSelfInfo", V2 | V3 | V38, Available, "UserInfoWithEx userInfo"),
        new("GetSelfUserInfo", V2 | V3 | V38, Available),
        new("SetGlobalRecvMessageOpt", V2 | V3 | V38, Available, "int opt"),
        new("GetUsersInfoWithCache", V3, Available, "string[] userIDs, string groupID"),
        new("GetUsersInfoFromSrv", V3, Available, "string[] userIDs"),
        new("SetSelfInfoEx", V3 | V38, Available, "UserInfoWithEx userInfo"),
        new("UpdateMsgSenderInfo", V3, Available, "string nickname, string faceURL"),
        new("SubscribeUsersStatus", V3 | V38, Available, "string[] userIDs"),
        new("UnsubscribeUsersStatus", V3 | V38, Available, "string[] userIDs"),
        new("GetSubscribeUsersStatus", V3 | V38, Available),
        new("GetUserStatus", V3 | V38, Available, "string[] userIDs"),
        new("GetUserClientConfig", V38, Available),
    ];
}
