using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Reading groups: by their ids, by whoever joined them, and by name.</summary>
internal sealed class GroupReading(GroupStore groups, GroupPermission permission)
{
    /// <summary>Anybody may ask; unknown groups are left out, dismissed ones are not.</summary>
    public Answer<GetGroupsInfoResp> Infos(Caller caller, GetGroupsInfoReq request)
    {
        if (request.GroupIDs.Count == 0)
            return ServerErrors.Arguments("groupIDs is empty");
        return new GetGroupsInfoResp
        {
            GroupInfos =
            {
                request.GroupIDs.Distinct(StringComparer.Ordinal).Select(groups.Find).OfType<GroupInfo>(),
            },
        };
    }

    /// <summary>The number of members and a number that changes with them, of groups that the caller is in.</summary>
    public Answer<GetGroupAbstractInfoResp> Abstracts(Caller caller, GetGroupAbstractInfoReq request)
    {
        if (request.GroupIDs.Count == 0)
            return ServerErrors.Arguments("groupIDs is empty");
        if (request.GroupIDs.Distinct(StringComparer.Ordinal).Count() < request.GroupIDs.Count)
            return ServerErrors.Arguments("groupIDs duplicate");
        foreach (var groupID in request.GroupIDs)
            if (permission.MustBeMember(caller, groupID) is { } foreign)
                return foreign;
        var answer = new GetGroupAbstractInfoResp();
        foreach (var groupID in request.GroupIDs)
        {
            if (groups.Find(groupID) is null)
                return GroupErrors.NotFound($"not found group {groupID}");
            var memberIDs = groups.MemberIDs(groupID);
            answer.GroupAbstractInfos.Add(new GroupAbstractInfo
            {
                GroupID = groupID,
                GroupMemberNumber = (uint)memberIDs.Count,
                GroupMemberListHash = IDHash.Of(memberIDs),
            });
        }
        return answer;
    }

    /// <summary>
    /// One group by its id, or those whose name holds what was asked for, the newest first. As on the server anybody may
    /// search.
    /// </summary>
    public Answer<GetGroupsResp> Search(Caller caller, GetGroupsReq request)
    {
        if (Page.Check(request.Pagination) is { } malformed)
            return malformed;
        if (request.GroupID.Length > 0)
            return AnswerOf(groups.Find(request.GroupID) is { } group ? [group] : []);
        var found = groups.Where(group =>
            group.Status != GroupStatus.Dismissed
            && group.GroupName.Contains(request.GroupName, StringComparison.Ordinal));
        List<GroupInfo> newest = [.. found.Reverse().OrderByDescending(group => group.CreateTime)];
        var answer = AnswerOf(Page.Of(newest, request.Pagination));
        answer.Total = (uint)newest.Count;
        return answer;
    }

    /// <summary>The groups that a user is in, by name and then by age.</summary>
    public Answer<GetJoinedGroupListResp> Joined(Caller caller, GetJoinedGroupListReq request)
    {
        if (request.FromUserID.Length == 0)
            return ServerErrors.Arguments("fromUserID is empty");
        if ((Page.Check(request.Pagination) ?? caller.MustBe(request.FromUserID)) is { } refused)
            return refused;
        var joined = groups.JoinedGroups(request.FromUserID);
        return new GetJoinedGroupListResp
        {
            Total = (uint)joined.Count,
            Groups = { Page.Of(joined, request.Pagination) },
        };
    }

    private GetGroupsResp AnswerOf(IEnumerable<GroupInfo> found)
    {
        var answer = new GetGroupsResp();
        foreach (var group in found)
            answer.Groups.Add(new CMSGroup
            {
                GroupInfo = group,
                GroupOwnerUserID = group.OwnerUserID,
                // Only the name that the owner has in the group: the user's own is not looked up.
                GroupOwnerUserName = groups.FindMember(group.GroupID, group.OwnerUserID)?.Nickname ?? "",
            });
        answer.Total = (uint)answer.Groups.Count;
        return answer;
    }
}
