using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

internal static partial class V2Functions
{
    private static V2Function[] Relations =>
    [
        Row("GetFriendList", "GetFriendListWithBlackInfo", V2Shape.Ignored, [], _ => [false],
            (friends, _) => V2Entities.FullUsers((IReadOnlyList<FullUserInfoWithCache>)friends)),
        Object("SearchFriends", ["keywordList"], data => [data.Whole<SearchFriendsParam>()]) with
        {
            WrongArguments = V2Errors.Refused,
        },
        Json("CheckFriend", data => [data.Whole<IReadOnlyList<string>>()]),
        Quoted(Json("AddFriend", data => [data.Whole<ApplyToAddFriendReq>()])),
        Quoted(Json("AcceptFriendApplication", data => [data.Whole<ProcessFriendApplicationParams>()])),
        Quoted(Json("RefuseFriendApplication", data => [data.Whole<ProcessFriendApplicationParams>()])),
        Quoted(Raw("DeleteFriend", data => [data.Raw])),
        Quoted(Json("SetFriendRemark", data => data.Whole<SetFriendRemarkParams>() is { } given
            ? [given.ToUserID, given.Remark]
            : [])),
        Ignored("GetBlackList"),
        Quoted(Raw("AddBlack", data => [data.Raw, ""])),
        Quoted(Raw("RemoveBlack", data => [data.Raw])),
        Row("GetRecvFriendApplicationList", "GetFriendApplicationListAsRecipient", V2Shape.Ignored, [],
            _ => [new GetFriendApplicationListAsRecipientReq()], null),
        Row("GetSendFriendApplicationList", "GetFriendApplicationListAsApplicant", V2Shape.Ignored, [],
            _ => [new GetFriendApplicationListAsApplicantReq()], null),
        Json("GetDesignatedFriendsInfo",
            data => [data.Whole<IReadOnlyList<string>>(), false], "GetSpecifiedFriendsWithBlackInfo",
            (friends, _) => V2Entities.FullUsers((IReadOnlyList<FullUserInfoWithCache>)friends)),
    ];
}
