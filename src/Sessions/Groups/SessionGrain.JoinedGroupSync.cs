using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using GroupInfo = OpenIM.SignalR.Upstream.Wire.GroupInfo;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Following the list of joined groups without a copy of it, as <c>FriendSync</c> follows that of friends: what a call
/// or a notification says is noted, and the server is asked what has changed since the version that was followed last.
/// The version is stored with the positions, so that a later login is told what it joined and left meanwhile.
/// </content>
internal sealed partial class SessionGrain
{
    private const int RecentGroups = 16;

    /// <summary>As many as the server logs for one list.</summary>
    private const int MaxGroupsMeant = 200;

    private const int DismissedGroup = 2;

    private readonly RecentRows<LocalGroup> _groupRows = new(RecentGroups);
    private SharedRun? _joinedGroupSync;
    private Dictionary<string, (GroupInfo Group, bool IsMember)>? _groupsMeant;

    /// <param name="group">As far as it is known; of one that was left the id will do.</param>
    /// <param name="isMember">Whether this user is in it now.</param>
    private Task<OpenImError?> SyncJoinedGroups(GroupInfo group, bool isMember)
    {
        _groupsMeant ??= new(StringComparer.Ordinal);
        if (_groupsMeant.Count < MaxGroupsMeant || _groupsMeant.ContainsKey(group.GroupID))
            _groupsMeant[group.GroupID] = (group, isMember);
        return SyncJoinedGroups(Life);
    }

    /// <summary>
    /// After a connect: what happened meanwhile was said by nobody, since the server does not store most of what it
    /// says of groups. Who has never had to do with a group here has nothing to compare with, and asks nothing.
    /// </summary>
    private async Task SyncGroups(CancellationToken life)
    {
        if (_positions.State.Groups is null || await SyncJoinedGroups(life) is not null)
            return;
        // Of a group that was left nothing can be asked any more, nor of others in the same request.
        if (!life.IsCancellationRequested && MemberVersions.Groups.Count > 0)
            await SyncGroupMembers(MemberVersions.Groups, tip: null);
    }

    private Task<OpenImError?> SyncJoinedGroups(CancellationToken life) =>
        (_joinedGroupSync ??= new SharedRun(TrySyncJoinedGroups)).Request(life);

    private Task<OpenImError?> TrySyncJoinedGroups(CancellationToken life) => TrySync(RunJoinedGroupSync, life);

    private async Task<OpenImError?> RunJoinedGroupSync(CancellationToken life)
    {
        var followed = _positions.State.Groups;
        var meant = _groupsMeant ?? [];
        _groupsMeant = null;
        var request = new GetIncrementalJoinGroupReq
        {
            UserID = Key.UserId, VersionID = followed?.ID ?? "", Version = followed?.Version ?? 0,
        };
        var answer = await Call(_groupApi.GetIncrementalJoinGroups, request, life);
        if (life.IsCancellationRequested)
            return Errors.DeadlineExceeded;
        if (!answer.IsOk)
        {
            LogSyncFailed(Key, answer.Error.Code);
            _groupsMeant = meant.Concat(_groupsMeant ?? []).DistinctBy(static entry => entry.Key)
                .Take(MaxGroupsMeant).ToDictionary(StringComparer.Ordinal);
            return answer.Error;
        }
        var changes = answer.Value!;
        await TellJoinedGroups(changes, meant, life);
        if (life.IsCancellationRequested)
            return Errors.DeadlineExceeded;
        var stamp = new VersionStamp(changes.VersionID, changes.Version);
        if (_positions.State.Groups != stamp)
        {
            _positions.State.Groups = stamp;
            PositionsChanged();
        }
        return null;
    }

    /// <summary>
    /// What the server says has changed, and then what was meant and is not among it: the server cannot say it (no
    /// version yet, more than 200 changes), or an earlier run has taken the version that has it without knowing of it.
    /// </summary>
    private async Task TellJoinedGroups(
        GetIncrementalJoinGroupResp changes,
        Dictionary<string, (GroupInfo Group, bool IsMember)> meant,
        CancellationToken life)
    {
        foreach (var group in changes.Insert)
            await TellJoined(group, life);
        foreach (var group in changes.Update)
            await TellGroup(group, life);
        foreach (var groupID in changes.Delete)
            await TellLeft(
                meant.TryGetValue(groupID, out var known) ? known.Group : new GroupInfo { GroupID = groupID }, life);
        foreach (var (group, isMember) in meant.Values)
        {
            var isKnown = _groupRows.IsKnown(group.GroupID, out var row);
            if (isMember && row is null)
                await TellJoined(group, life);
            else if (!isMember && !(isKnown && row is null))
                await TellLeft(group, life);
        }
    }

    private async Task TellJoined(GroupInfo group, CancellationToken life)
    {
        if (life.IsCancellationRequested)
            return;
        _groupRows.Set(group.GroupID, group.ToLocalGroup());
        Events.Raise("OnJoinedGroupAdded", group.ToLocalGroup(), Json.Relaxed.LocalGroup);
        await RenameGroup(group, life);
    }

    /// <summary>
    /// The row as it was before, as far as somebody knows; of members there are none any more for this user.
    /// </summary>
    private async Task TellLeft(GroupInfo group, CancellationToken life)
    {
        MemberVersions.Forget(group.GroupID);
        ForgetOwnNickname(group.GroupID);
        if (!_groupRows.TryGet(group.GroupID, out var row))
        {
            if (group.CreateTime == 0
                && (await FetchGroup(group.GroupID, life)).Value is { GroupInfos: [var found, ..] })
                group = found;
            row = group.ToLocalGroup();
            if (row.Status == DismissedGroup)
                row = row with { Status = 0 };
        }
        if (life.IsCancellationRequested)
            return;
        _groupRows.Set(group.GroupID, null);
        Events.Raise("OnJoinedGroupDeleted", row with { MemberCount = 0 }, Json.Relaxed.LocalGroup);
    }

    /// <summary>A group as it is now; nothing when clients know it like that.</summary>
    private async Task TellGroup(GroupInfo group, CancellationToken life)
    {
        var row = group.ToLocalGroup();
        if (life.IsCancellationRequested || (_groupRows.TryGet(row.GroupID, out var known) && known == row))
            return;
        _groupRows.Set(row.GroupID, row);
        Events.Raise("OnGroupInfoChanged", row, Json.Relaxed.LocalGroup);
        await RenameGroup(group, life);
    }

    private async Task RenameGroup(GroupInfo group, CancellationToken life)
    {
        await _groups.Put(group, life);
        await RenameConversation(
            ConversationID.Of(SessionType.Group, Key.UserId, group.GroupID), group.GroupName, group.FaceURL, life);
    }

    /// <summary>The session ended; what it followed stays stored.</summary>
    private void ClearGroups()
    {
        _groupRows.Clear();
        _memberNames.Clear();
        _toldApplications.Clear();
        _joinedGroupSync?.Forget();
        _memberSync?.Forget();
        _groupsMeant = null;
        _groupsBehind = null;
    }
}
