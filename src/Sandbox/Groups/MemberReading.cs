using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Reading the members of a group, for those who are members themselves.</summary>
internal sealed class MemberReading(GroupStore groups, GroupTips tips, GroupPermission permission)
{
    private const int LastFilter = 5;

    /// <summary>
    /// Page by page, by role and then in the order of joining. The filter is checked and does nothing more, and a
    /// keyword finds nobody: two mistakes of the real server that its clients live with.
    /// </summary>
    public Answer<GetGroupMemberListResp> OnePage(Caller caller, GetGroupMemberListReq request)
    {
        if (request.GroupID.Length == 0)
            return ServerErrors.Arguments("groupID is empty");
        if (Page.Check(request.Pagination) is { } malformed)
            return malformed;
        if (request.Filter is < 0 or > LastFilter)
            return ServerErrors.Arguments("filter is invalid");
        if (permission.MustBeMember(caller, request.GroupID) is { } foreign)
            return foreign;
        if (request.Keyword.Length > 0)
            return new GetGroupMemberListResp();
        var members = groups.MembersOf(request.GroupID);
        return new GetGroupMemberListResp
        {
            Total = (uint)members.Count,
            Members = { Page.Of(members, request.Pagination).Select(tips.WithProfile) },
        };
    }

    /// <summary>The members among the users asked for.</summary>
    public Answer<GetGroupMembersInfoResp> Some(Caller caller, GetGroupMembersInfoReq request)
    {
        if (request.GroupID.Length == 0)
            return ServerErrors.Arguments("groupID is empty");
        if (request.UserIDs.Count == 0)
            return ServerErrors.Arguments("userIDs is empty");
        if (permission.MustBeMember(caller, request.GroupID) is { } foreign)
            return foreign;
        return new GetGroupMembersInfoResp
        {
            Members = { tips.Members(request.GroupID, request.UserIDs.Distinct(StringComparer.Ordinal)) },
        };
    }

    public Answer<GetGroupMemberUserIDsResp> IDs(Caller caller, GetGroupMemberUserIDsReq request)
    {
        if (request.GroupID.Length == 0)
            return ServerErrors.Arguments("groupID is empty");
        if (permission.MustBeMember(caller, request.GroupID) is { } foreign)
            return foreign;
        return new GetGroupMemberUserIDsResp { UserIDs = { groups.MemberIDs(request.GroupID) } };
    }
}
