using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The version lines of joined groups and of members, as clients ask for them when they log in.
/// </summary>
internal sealed class JoinedGroups(IGroupDirectory groups, VersionLogs versions)
{
    public Answer<GetIncrementalJoinGroupResp> Incremental(Caller caller, GetIncrementalJoinGroupReq request)
    {
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var changes = LineOf(request.UserID).Since(request.VersionID, request.Version);
        return new GetIncrementalJoinGroupResp
        {
            Version = changes.Current.Version,
            VersionID = changes.Current.ID,
            Full = changes.Full,
        };
    }

    public Answer<GetFullJoinGroupIDsResp> FullIDs(Caller caller, GetFullJoinGroupIDsReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var current = LineOf(request.UserID).Current;
        return new GetFullJoinGroupIDsResp
        {
            Version = current.Version,
            VersionID = current.ID,
            Equal = request.IdHash == IDHash.Of([]),
        };
    }

    /// <summary>One group that the caller may not read fails the whole request.</summary>
    public Answer<BatchGetIncrementalGroupMemberResp> IncrementalMembers(
        Caller caller, BatchGetIncrementalGroupMemberReq request)
    {
        foreach (var asked in request.ReqList)
            if (groups.Find(asked.GroupID) is null)
                return caller.IsAdmin ? ServerErrors.RecordNotFound() : ServerErrors.NoPermission("not in the group");
        return new BatchGetIncrementalGroupMemberResp();
    }

    private VersionLog LineOf(string userID) => versions.Of(VersionLine.JoinedGroups, userID);
}
