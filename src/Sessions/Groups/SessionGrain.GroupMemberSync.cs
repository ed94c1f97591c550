using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Telling what has changed in groups and among their members, without a copy of either.
/// <list type="number">
/// <item>A notification that follows what was told last says all: it is told as it is.</item>
/// <item>When one before it is missing, and after each connect, the server is asked for all changes since, and these
/// are told.</item>
/// <item>When the server cannot say them (more than 200), the group alone is told; clients read its members when they
/// show them.</item>
/// </list>
/// </content>
internal sealed partial class SessionGrain
{
    private MemberVersions? _memberVersions;
    private SharedRun? _memberSync;

    /// <summary>Groups of which a change is missing, with the latest notification of each, if there was one.</summary>
    private Dictionary<string, GroupTip?>? _groupsBehind;

    private MemberVersions MemberVersions => _memberVersions ??= new(_positions.State.GroupMembers);

    private void FollowMembers(string groupID, VersionStamp? stamp)
    {
        if (stamp is null || MemberVersions.Of(groupID) == stamp)
            return;
        MemberVersions.Follow(groupID, stamp);
        PositionsChanged();
        if (_positions.State.Groups is null)
            _ = SyncJoinedGroups(Life);
    }

    private async Task TellGroupTip(GroupTip tip, CancellationToken life)
    {
        FollowMembers(tip.Group.GroupID, tip.Stamp);
        foreach (var member in tip.Entered)
            TellMember("OnGroupMemberAdded", member);
        foreach (var member in tip.Changed)
            TellMember("OnGroupMemberInfoChanged", member);
        foreach (var member in tip.Left)
            TellMember("OnGroupMemberDeleted", member);
        if (tip.IsGroupChanged)
            await TellGroup(tip.Group, life);
    }

    private void TellMember(string name, GroupMemberFullInfo member)
    {
        if (IsSelf(member))
            ForgetOwnNickname(member.GroupID);
        Events.Raise(name, member.ToLocalGroupMember(), Json.Relaxed.LocalGroupMember);
        if (name == "OnGroupMemberInfoChanged")
            RenameSender(member);
    }

    private void ForgetOwnNickname(string groupID)
    {
        if (_conversations.Find(ConversationID.Of(SessionType.Group, Key.UserId, groupID)) is { } row)
            row.OwnNickname = null;
    }

    private Task<OpenImError?> SyncGroupMembers(IEnumerable<string> groupIDs, GroupTip? tip)
    {
        _groupsBehind ??= new(StringComparer.Ordinal);
        foreach (var groupID in groupIDs)
            if (tip is not null || !_groupsBehind.ContainsKey(groupID))
                _groupsBehind[groupID] = tip;
        return (_memberSync ??= new SharedRun(TrySyncGroupMembers)).Request(Life);
    }

    private Task<OpenImError?> TrySyncGroupMembers(CancellationToken life) => TrySync(RunGroupMemberSync, life);

    private async Task<OpenImError?> RunGroupMemberSync(CancellationToken life)
    {
        const int attempts = 3;
        var behind = _groupsBehind ?? [];
        _groupsBehind = null;
        OpenImError? error = null;
        for (var attempt = 0; attempt < attempts && behind.Count > 0 && error is null; attempt++)
        {
            error = await SyncGroupMembers(behind, life);
            if (life.IsCancellationRequested)
                return Errors.DeadlineExceeded;
        }
        if (error is not null)
            LogSyncFailed(Key, error.Code);
        return error;
    }

    /// <summary>
    /// Takes those out of <paramref name="behind"/> that are followed up to now. The others are asked for again: when
    /// there are very many changes the server leaves groups out.
    /// </summary>
    private async Task<OpenImError?> SyncGroupMembers(
        Dictionary<string, GroupTip?> behind, CancellationToken life)
    {
        var asked = behind.Keys.ToDictionary(static groupID => groupID, MemberVersions.Of, StringComparer.Ordinal);
        var request = new BatchGetIncrementalGroupMemberReq { UserID = Key.UserId };
        request.ReqList.AddRange(asked.Select(static entry => new GetIncrementalGroupMemberReq
        {
            GroupID = entry.Key, VersionID = entry.Value?.ID ?? "", Version = entry.Value?.Version ?? 0,
        }));
        var answer = await Call(_groupApi.GetIncrementalGroupMembersBatch, request, life);
        if (answer.Error is { } error)
        {
            if (!IsNoMember(error))
                return error;
            // One that was left meanwhile makes the server refuse all of them.
            foreach (var (groupID, tip) in behind.ToArray())
            {
                behind.Remove(groupID);
                if (asked.Count == 1)
                    MemberVersions.Forget(groupID);
                else if (await SyncGroupMembers(new() { [groupID] = tip }, life) is { } failure)
                    return failure;
            }
            return null;
        }
        foreach (var (groupID, changes) in answer.Value!.RespList)
        {
            // What was missing may have come meanwhile: it is not told twice.
            if (life.IsCancellationRequested || !asked.TryGetValue(groupID, out var followed)
                || MemberVersions.Of(groupID) != followed || !behind.Remove(groupID, out var tip))
                continue;
            FollowMembers(groupID, new(changes.VersionID, changes.Version, NowMilliseconds));
            await TellMembers(groupID, changes, followed, tip, life);
        }
        return null;
    }

    private async Task TellMembers(
        string groupID, GetIncrementalGroupMemberResp changes, VersionStamp? followed, GroupTip? tip,
        CancellationToken life)
    {
        foreach (var member in changes.Insert)
            TellMember("OnGroupMemberAdded", member);
        // Of a member the server keeps the latest change alone: who came in and was changed then is among these.
        foreach (var member in changes.Update)
            TellMember(
                member.JoinTime > followed?.Time ? "OnGroupMemberAdded" : "OnGroupMemberInfoChanged", member);
        foreach (var userID in changes.Delete)
        {
            var member = tip?.Left.FirstOrDefault(left => left.UserID == userID)
                ?? await MemberWithoutRow(groupID, userID, life);
            if (life.IsCancellationRequested)
                return;
            TellMember("OnGroupMemberDeleted", member);
        }
        if (changes.Group is { } group)
            await TellGroup(group, life);
    }

    private async Task<GroupMemberFullInfo> MemberWithoutRow(string groupID, string userID, CancellationToken life)
    {
        var profile = await ProfileOf(userID, life);
        return new GroupMemberFullInfo
        {
            GroupID = groupID, UserID = userID, Nickname = profile?.Nickname ?? "", FaceURL = profile?.FaceURL ?? "",
        };
    }
}
