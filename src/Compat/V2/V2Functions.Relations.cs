namespace OpenIM.SignalR.Compat.V2;

internal static partial class V2Functions
{
    private static V2Function[] Relations =>
    [
        Row("GetFriendList", null, V2Shape.Ignored, [], _ => [false], null),
        Ignored("GetBlackList"),
        Row("GetRecvFriendApplicationList", "GetFriendApplicationListAsRecipient", V2Shape.Ignored, [], _ => [null], null),
        Row("GetSendFriendApplicationList", "GetFriendApplicationListAsApplicant", V2Shape.Ignored, [], _ => [null], null),
        Json("GetDesignatedFriendsInfo", data => [data.Whole<IReadOnlyList<string>>(), false], "GetSpecifiedFriendsInfo", (friends, _) => V2Entities.FullFriends(friends)),
        Ignored("GetJoinedGroupList"),
        Row("GetRecvGroupApplicationList", "GetGroupApplicationListAsRecipient", V2Shape.Ignored, [], _ => [null], null),
        Row("GetSendGroupApplicationList", "GetGroupApplicationListAsApplicant", V2Shape.Ignored, [], _ => [null], null),
    ];
}
