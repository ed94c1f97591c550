using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

internal static partial class V2Functions
{
    private static V2Function[] Relations =>
    [
        Row("GetFriendList", null, V2Shape.Ignored, [], _ => [false], null),
        Ignored("GetBlackList"),
        Row("GetRecvFriendApplicationList", "GetFriendApplicationListAsRecipient", V2Shape.Ignored, [],
            _ => [new GetFriendApplicationListAsRecipientReq()], null),
        Row("GetSendFriendApplicationList", "GetFriendApplicationListAsApplicant", V2Shape.Ignored, [],
            _ => [new GetFriendApplicationListAsApplicantReq()], null),
        Json("GetDesignatedFriendsInfo",
            data => [data.Whole<IReadOnlyList<string>>(), false], "GetSpecifiedFriendsInfo", (friends,
                _) => V2Entities.FullFriends(friends)),
        Ignored("GetJoinedGroupList"),
        Row("GetRecvGroupApplicationList", "GetGroupApplicationListAsRecipient", V2Shape.Ignored, [],
            _ => [new GetGroupApplicationListAsRecipientReq()], null),
        Row("GetSendGroupApplicationList", "GetGroupApplicationListAsApplicant", V2Shape.Ignored, [],
            _ => [new GetGroupApplicationListAsApplicantReq()], null),
    ];
}
