using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The version line of a group: its members, and the group itself.</summary>
internal sealed class GroupMemberSync(GroupStore groups, GroupTips tips, GroupPermission permission)
{
    // After so many changes a batch ends; the client asks again for the groups that are missing.
    private const int MaxChanges = 500;

    public Answer<GetIncrementalGroupMemberResp> Incremental(Caller caller, GetIncrementalGroupMemberReq request) =>
        Since(caller, request);

    /// <summary>
    /// Several groups at once. One that the caller may not read fails the whole request; dismissed ones are left out.
    /// </summary>
    public Answer<BatchGetIncrementalGroupMemberResp> IncrementalOfMany(
        Caller caller, BatchGetIncrementalGroupMemberReq request)
    {
        var answer = new BatchGetIncrementalGroupMemberResp();
        var changes = 0;
        foreach (var asked in request.ReqList)
        {
            var one = Since(caller, asked);
            if (one.Error == MessageErrors.DismissedAlready)
                continue;
            if (!one.IsOk)
                return one.Error;
            answer.RespList[asked.GroupID] = one.Value;
            changes += one.Value.Delete.Count + one.Value.Insert.Count + one.Value.Update.Count;
            if (changes >= MaxChanges)
                break;
        }
        return answer;
    }

    public Answer<GetFullGroupMemberUserIDsResp> FullIDs(Caller caller, GetFullGroupMemberUserIDsReq request)
    {
        if (request.GroupID.Length == 0)
            return ServerErrors.Arguments("groupID is empty");
        if (permission.MustBeMember(caller, request.GroupID) is { } foreign)
            return foreign;
        // The version first: what is added meanwhile is then read twice instead of never.
        var current = groups.MemberLine(request.GroupID).Current;
        var ids = groups.MemberIDs(request.GroupID);
        var equal = IDHash.Of(ids) == request.IdHash;
        return new GetFullGroupMemberUserIDsResp
        {
            Version = current.Version,
            VersionID = current.ID,
            Equal = equal,
            UserIDs = { equal ? [] : ids },
        };
    }

    private Answer<GetIncrementalGroupMemberResp> Since(Caller caller, GetIncrementalGroupMemberReq request)
    {
        if (permission.MustBeMember(caller, request.GroupID) is { } foreign)
            return foreign;
        if (groups.Find(request.GroupID) is not { } group)
            return ServerErrors.RecordNotFound("group not found");
        if (group.Status == GroupStatus.Dismissed)
            return MessageErrors.DismissedAlready;
        var changes = groups.MemberLine(request.GroupID).Since(request.VersionID, request.Version);
        var isSame = !changes.Full && changes is { Deleted: [], Inserted: [], Updated: [] };
        return new GetIncrementalGroupMemberResp
        {
            Version = changes.Current.Version,
            VersionID = changes.Current.ID,
            Full = changes.Full,
            Delete = { changes.Deleted },
            Insert = { tips.Members(request.GroupID, changes.Inserted) },
            // The group itself is among them, and is no member.
            Update = { tips.Members(request.GroupID, changes.Updated) },
            Group = isSame ? null : groups.Find(request.GroupID),
            SortVersion = changes.OrderVersion,
        };
    }
}
