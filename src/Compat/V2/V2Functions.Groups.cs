using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

internal static partial class V2Functions
{
    private const int WorkGroup = 2;
    private const int JoinBySearch = 3;
    private const double LatestSecond = 1e12;

    private static V2Function[] Groups =>
    [
        Object("CreateGroup", ["groupBaseInfo", "memberList"], data => [NewGroup(data)]),

        // npm 2.0.3 has no joinSource.
        Quoted(Object("JoinGroup", ["groupID", "reqMsg"],
            data => [data.Text("groupID"), data.Text("reqMsg"),
                data.Has("joinSource") ? data.Number("joinSource") : JoinBySearch, ""])),
        Quoted(Raw("QuitGroup", data => [data.Raw])),
        Quoted(Raw("DismissGroup", data => [data.Raw])),
        Quoted(Object("ChangeGroupMute", ["groupID", "isMute"],
            data => [data.Text("groupID"), data.Boolean("isMute")])),
        Quoted(Object("ChangeGroupMemberMute", ["groupID", "userID", "mutedSeconds"],
            data => [data.Text("groupID"), data.Text("userID"), data.Number("mutedSeconds")])),
        Quoted(Object("SetGroupMemberNickname", ["groupID", "userID", "GroupMemberNickname"],
            data => [data.Text("groupID"), data.Text("userID"), data.Text("GroupMemberNickname")])),
        Object("SetGroupMemberRoleLevel", ["groupID", "userID", "roleLevel"],
            data => [data.Text("groupID"), data.Text("userID"), V2GroupRole.ToV38(data.Number("roleLevel"))]),
        Ignored("GetJoinedGroupList"),
        Json("GetGroupsInfo", data => [data.Whole<IReadOnlyList<string>>()], "GetSpecifiedGroupsInfo"),
        Object("SearchGroups", ["keywordList"], data => [data.Whole<SearchGroupsParam>()]) with
        {
            WrongArguments = V2Errors.Refused,
        },
        Quoted(Object("SetGroupInfo", ["groupInfo", "groupID"], data => [GroupChanges(data)])),
        Quoted(Object("SetGroupVerification", ["verification", "groupID"],
            data => [data.Text("groupID"), data.Number("verification")])),
        Quoted(Object("SetGroupApplyMemberFriend", ["rule", "groupID"],
            data => [data.Text("groupID"), data.Number("rule")])),
        Quoted(Object("SetGroupLookMemberInfo", ["rule", "groupID"],
            data => [data.Text("groupID"), data.Number("rule")])),
        Object("GetGroupMemberList", ["groupID", "filter", "offset", "count"],
            data => [data.Text("groupID"), V2GroupRole.FilterToV38(data.Number("filter")), data.Number("offset"),
                data.Number("count")]) with { Refused = V2Errors.Database },
        Object("GetGroupMemberOwnerAndAdmin", ["groupID"], data => [data.Text("groupID")]),
        Object("GetGroupMemberListByJoinTimeFilter",
            ["groupID", "offset", "count", "joinTimeBegin", "joinTimeEnd", "filterUserIDList"],
            data => [data.Text("groupID"), data.Number("offset"), data.Number("count"),
                Milliseconds(data, "joinTimeBegin", 0), Milliseconds(data, "joinTimeEnd", 999),
                data.Json<IReadOnlyList<string>>("filterUserIDList")]),
        Object("GetGroupMembersInfo", ["groupID", "userIDList"],
            data => [data.Text("groupID"), data.Json<IReadOnlyList<string>>("userIDList")],
            "GetSpecifiedGroupMembersInfo"),
        Object("KickGroupMember", MembersKeys, MembersArguments) with { Outcome = Outcome },
        Object("InviteUserToGroup", MembersKeys, MembersArguments) with { Outcome = Outcome },
        Quoted(Object("TransferGroupOwner", ["groupID", "newOwnerUserID"],
            data => [data.Text("groupID"), data.Text("newOwnerUserID")])),
        Row("GetRecvGroupApplicationList", "GetGroupApplicationListAsRecipient", V2Shape.Ignored, [],
            _ => [new GetGroupApplicationListAsRecipientReq()], null),
        Row("GetSendGroupApplicationList", "GetGroupApplicationListAsApplicant", V2Shape.Ignored, [],
            _ => [new GetGroupApplicationListAsApplicantReq()], null),
        Quoted(Object("AcceptGroupApplication", ["groupID", "fromUserID", "handleMsg"], AnswerArguments)),
        Quoted(Object("RefuseGroupApplication", ["groupID", "fromUserID", "handleMsg"], AnswerArguments)),
        Object("SearchGroupMembers", ["searchParam"], data => [data.Json<SearchGroupMembersParam>("searchParam")]),
    ];

    private static string[] MembersKeys => ["groupID", "reason", "userIDList"];

    private static object?[] MembersArguments(V2Data data) =>
        [data.Text("groupID"), data.Text("reason"), data.Json<IReadOnlyList<string>>("userIDList")];

    // The v2 server said for each user how it went; one of v3.8 does all of it or nothing.
    private static string Outcome(V2Data data) => V2Entities.Text(
        (data.Json<IReadOnlyList<string>>("userIDList") ?? []).Select(id => new UserIDResult { UserID = id }).ToArray(),
        data.Self);

    private static object?[] AnswerArguments(V2Data data) =>
        [data.Text("groupID"), data.Text("fromUserID"), data.Text("handleMsg")];

    // A server of v3.8 makes one kind of group only; the others of v2 are the same to their members.
    private static CreateGroupReq NewGroup(V2Data data)
    {
        var members = data.Json<IReadOnlyList<V2NewMember>>("memberList") ?? [];
        return new()
        {
            GroupInfo = (data.Json<GroupInfo>("groupBaseInfo") ?? new()) with { GroupType = WorkGroup },
            MemberUserIDs = IdsOf(V2GroupRole.Ordinary),
            AdminUserIDs = IdsOf(V2GroupRole.Administrator),
            OwnerUserID = members.FirstOrDefault(member => member.RoleLevel == V2GroupRole.Owner)?.UserID ?? "",
        };

        string[] IdsOf(int role) =>
        [
            .. members.Where(member => (member.RoleLevel == 0 ? V2GroupRole.Ordinary : member.RoleLevel) == role)
                .Select(member => member.UserID ?? ""),
        ];
    }

    // An empty text changes nothing in v2.
    private static SetGroupInfoExReq GroupChanges(V2Data data)
    {
        var given = data.Json<SetGroupInfoExReq>("groupInfo") ?? new();
        return given with
        {
            GroupID = data.Text("groupID"),
            GroupName = GivenOrNull(given.GroupName),
            Notification = GivenOrNull(given.Notification),
            Introduction = GivenOrNull(given.Introduction),
            FaceURL = GivenOrNull(given.FaceURL),
            Ex = GivenOrNull(given.Ex),
        };
    }

    private static string? GivenOrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // To the end of that second; 0 is "no bound".
    private static long Milliseconds(V2Data data, string key, int rest) =>
        data.Double(key) is > 0 and < LatestSecond and var seconds ? ((long)seconds * 1000) + rest : 0;
}
