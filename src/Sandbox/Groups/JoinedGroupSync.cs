using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The version line of the groups that a user is in. Changes of the groups themselves are not on it: members learn them
/// from the group's own line (<see cref="GroupMemberSync"/>).
/// </summary>
internal sealed class JoinedGroupSync(GroupStore groups)
{
    public Answer<GetIncrementalJoinGroupResp> Incremental(Caller caller, GetIncrementalJoinGroupReq request)
    {
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        if (request.UserID.Length == 0)
            return ServerErrors.Internal("versionKey is empty");
        var changes = groups.JoinedLine(request.UserID).Since(request.VersionID, request.Version);
        return new GetIncrementalJoinGroupResp
        {
            Version = changes.Current.Version,
            VersionID = changes.Current.ID,
            Full = changes.Full,
            Delete = { changes.Deleted },
            Insert = { changes.Inserted.Select(groups.Find).OfType<GroupInfo>() },
            Update = { changes.Updated.Select(groups.Find).OfType<GroupInfo>() },
        };
    }

    public Answer<GetFullJoinGroupIDsResp> FullIDs(Caller caller, GetFullJoinGroupIDsReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        // The version first: what is added meanwhile is then read twice instead of never.
        var current = groups.JoinedLine(request.UserID).Current;
        string[] ids = [.. groups.JoinedGroups(request.UserID).Select(group => group.GroupID)];
        var equal = IDHash.Of(ids) == request.IdHash;
        return new GetFullJoinGroupIDsResp
        {
            Version = current.Version,
            VersionID = current.ID,
            Equal = equal,
            GroupIDs = { equal ? [] : ids },
        };
    }
}
