using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The groups, their members, and the version lines of both: of each group its members (and, as the element <see
/// cref="GroupElement"/>, the group itself), of each user the groups that he is in. Records that were handed out are
/// never changed. Safe for concurrent use; each change is whole, its versions included, before anybody sees it.
/// </summary>
/// <remarks>
/// Messages ask it under the lock of their conversation. So nothing here may send, or ask a conversation, while it
/// holds its own lock.
/// </remarks>
internal sealed class GroupStore
{
    /// <summary>On a group's line: a change of the group itself. Clients never see it as a member.</summary>
    public const string GroupElement = "";

    private static readonly RecordTable<GroupInfo> Groups = RecordTable.OfMessages<GroupInfo>("groups");

    private static readonly RecordTable<GroupMemberFullInfo> Members =
        RecordTable.OfMessages<GroupMemberFullInfo>("group_members");

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, Group> _groups = new(StringComparer.Ordinal);
    // In the order of joining.
    private readonly Dictionary<string, List<string>> _joined = new(StringComparer.Ordinal);
    // As clients are shown them, until the user joins or leaves one.
    private readonly Dictionary<string, string[]> _listed = new(StringComparer.Ordinal);
    private readonly IRecordStore _records;
    private readonly VersionLogs _versions;

    public GroupStore(IRecordStore records, VersionLogs versions)
    {
        _records = records;
        _versions = versions;
        foreach (var (groupID, row) in records.Load(Groups))
            _groups.Add(groupID, new Group(row));
        foreach (var (_, member) in records.Load(Members))
        {
            _groups[member.GroupID].PutMember(member);
            JoinedBy(member.UserID).Add(member.GroupID);
        }
    }

    /// <summary>A group, dismissed or not, with its member count and owner.</summary>
    public GroupInfo? Find(string groupID)
    {
        lock (_lock)
            return _groups.GetValueOrDefault(groupID)?.Info;
    }

    /// <summary>A member with the nickname and faceURL that he has in the group, which may be empty.</summary>
    public GroupMemberFullInfo? FindMember(string groupID, string userID)
    {
        lock (_lock)
            return _groups.GetValueOrDefault(groupID)?.FindMember(userID);
    }

    /// <summary>In the order of <see cref="MembersOf"/>.</summary>
    public IReadOnlyCollection<string> MemberIDs(string groupID)
    {
        lock (_lock)
            return _groups.GetValueOrDefault(groupID)?.MemberIDs ?? [];
    }

    /// <summary>By role, the highest first, then in the order of joining; none when there is no such group.</summary>
    public IReadOnlyList<GroupMemberFullInfo> MembersOf(string groupID)
    {
        lock (_lock)
            return _groups.GetValueOrDefault(groupID)?.Members ?? [];
    }

    /// <summary>All groups that match, dismissed ones too, in the order in which they were made.</summary>
    public IReadOnlyList<GroupInfo> Where(Func<GroupInfo, bool> matches)
    {
        lock (_lock)
            return [.. _groups.Values.Select(group => group.Info).Where(matches)];
    }

    /// <summary>
    /// The groups that a user is a member of, by name and then by age, as they were at the first reading after he joined
    /// or left one: the real server keeps the list until then, whatever the groups are called meanwhile. A single group
    /// is not looked at, not even whether it was dismissed.
    /// </summary>
    public IReadOnlyList<GroupInfo> JoinedGroups(string userID)
    {
        lock (_lock)
        {
            if (!_joined.TryGetValue(userID, out var joined))
                return [];
            if (!_listed.TryGetValue(userID, out var listed))
                _listed.Add(userID, listed = joined.Count < 2 ? [.. joined] : Sorted(joined));
            return [.. listed.Select(id => _groups[id].Info)];
        }

        string[] Sorted(List<string> groupIDs) =>
        [
            .. groupIDs.Select(id => _groups[id].Row)
                .Where(row => row.Status != GroupStatus.Dismissed)
                .OrderBy(row => row.GroupName, StringComparer.Ordinal)
                .ThenBy(row => row.CreateTime)
                .Select(row => row.GroupID),
        ];
    }

    /// <summary>The line of a group's members and of the group itself.</summary>
    public VersionLog MemberLine(string groupID) => _versions.Of(VersionLine.GroupMembers, groupID);

    /// <summary>The line of the groups that a user is in.</summary>
    public VersionLog JoinedLine(string userID) => _versions.Of(VersionLine.JoinedGroups, userID);

    /// <summary>Makes a group with its first members.</summary>
    /// <returns>The version of its members; null when there is a group with this id already.</returns>
    public VersionStamp? TryCreate(GroupInfo row, IReadOnlyCollection<GroupMemberFullInfo> members)
    {
        lock (_lock)
        {
            var group = new Group(row);
            if (!_groups.TryAdd(row.GroupID, group))
                return null;
            _records.Put(Groups, row.GroupID, row);
            return Insert(group, members);
        }
    }

    /// <summary>Adds members, as one change.</summary>
    /// <returns>The version of the members; null, with nobody added, when one of them is a member already or there is
    /// no such group, or none any more.</returns>
    public VersionStamp? TryAddMembers(string groupID, IReadOnlyCollection<GroupMemberFullInfo> members)
    {
        lock (_lock)
        {
            if (FindAlive(groupID) is not { } group
                || members.Any(member => group.FindMember(member.UserID) is not null))
                return null;
            return Insert(group, members);
        }
    }

    /// <summary>
    /// Takes members out, as one change; those who are none are passed over, and so is the owner.
    /// </summary>
    /// <returns>The version of the members; null when nobody was taken out.</returns>
    public VersionStamp? RemoveMembers(string groupID, IEnumerable<string> userIDs)
    {
        lock (_lock)
            return _groups.TryGetValue(groupID, out var group)
                ? Remove(group, [.. userIDs.Where(userID => userID != group.Info.OwnerUserID)])
                : null;
    }

    /// <summary>Takes all members out of a group, the owner too: the end of one that was dismissed.</summary>
    public void RemoveAllMembers(string groupID)
    {
        lock (_lock)
            if (_groups.TryGetValue(groupID, out var group))
                Remove(group, group.MemberIDs);
    }

    /// <summary>Changes the group itself.</summary>
    /// <returns>The version of its members; null when there is no such group, or none any more.</returns>
    public VersionStamp? Update(string groupID, Action<GroupInfo> change)
    {
        lock (_lock)
        {
            if (FindAlive(groupID) is not { } group)
                return null;
            var changed = group.Row.Clone();
            change(changed);
            group.ReplaceRow(changed);
            _records.Put(Groups, groupID, changed);
            return MemberLine(groupID).Record(ElementChange.Update, GroupElement);
        }
    }

    /// <summary>Changes members, as one change; a change of a role is one of the order.</summary>
    /// <param name="groupID">The group.</param>
    /// <param name="userIDs">The members.</param>
    /// <param name="change">What is done to the record of each.</param>
    /// <param name="changesOrder">It counts as a change of the order even if no role is another one now.</param>
    /// <returns>The version of the members; null, with nothing changed, when one of them is no member.</returns>
    public VersionStamp? UpdateMembers(
        string groupID,
        IReadOnlyCollection<string> userIDs,
        Action<GroupMemberFullInfo> change,
        bool changesOrder = false)
    {
        lock (_lock)
        {
            if (!_groups.TryGetValue(groupID, out var group)
                || userIDs.Any(userID => group.FindMember(userID) is null))
                return null;
            foreach (var userID in userIDs)
            {
                var before = group.FindMember(userID)!;
                changesOrder |= Change(group, userID, change).RoleLevel != before.RoleLevel;
            }
            return changesOrder
                ? MemberLine(groupID).RecordWithOrder(ElementChange.Update, [.. userIDs])
                : MemberLine(groupID).Record(ElementChange.Update, [.. userIDs]);
        }
    }

    /// <summary>Makes another member the owner; the present one gets the role that he had.</summary>
    /// <returns>The version of the members; null when the one is not the owner or the other no member.</returns>
    public VersionStamp? TransferOwner(string groupID, string ownerUserID, string newOwnerUserID)
    {
        lock (_lock)
        {
            if (FindAlive(groupID) is not { } group
                || group.Info.OwnerUserID != ownerUserID
                || group.FindMember(newOwnerUserID) is not { RoleLevel: < GroupRole.Owner and var role })
                return null;
            Change(group, ownerUserID, owner => owner.RoleLevel = role);
            Change(group, newOwnerUserID, member => member.RoleLevel = GroupRole.Owner);
            return MemberLine(groupID).RecordWithOrder(ElementChange.Update, ownerUserID, newOwnerUserID);
        }
    }

    private VersionStamp Insert(Group group, IReadOnlyCollection<GroupMemberFullInfo> members)
    {
        foreach (var member in members)
        {
            Put(group, member);
            JoinedBy(member.UserID).Add(member.GroupID);
            _listed.Remove(member.UserID);
            JoinedLine(member.UserID).Record(ElementChange.Insert, member.GroupID);
        }
        return MemberLine(group.Row.GroupID)
            .Record(ElementChange.Insert, [.. members.Select(member => member.UserID)]);
    }

    private VersionStamp? Remove(Group group, string[] userIDs)
    {
        var groupID = group.Row.GroupID;
        string[] removed = [.. userIDs.Where(group.RemoveMember)];
        if (removed.Length == 0)
            return null;
        foreach (var userID in removed)
        {
            _records.Delete(Members, KeyOf(groupID, userID));
            JoinedBy(userID).Remove(groupID);
            _listed.Remove(userID);
            JoinedLine(userID).Record(ElementChange.Delete, groupID);
        }
        return MemberLine(groupID).Record(ElementChange.Delete, removed);
    }

    private GroupMemberFullInfo Change(Group group, string userID, Action<GroupMemberFullInfo> change)
    {
        var changed = group.FindMember(userID)!.Clone();
        change(changed);
        Put(group, changed);
        return changed;
    }

    private void Put(Group group, GroupMemberFullInfo member)
    {
        group.PutMember(member);
        _records.Put(Members, KeyOf(member.GroupID, member.UserID), member);
    }

    private Group? FindAlive(string groupID) =>
        _groups.GetValueOrDefault(groupID) is { Row.Status: not GroupStatus.Dismissed } group ? group : null;

    private List<string> JoinedBy(string userID)
    {
        if (!_joined.TryGetValue(userID, out var joined))
            _joined.Add(userID, joined = []);
        return joined;
    }

    // User ids have no slash.
    private static string KeyOf(string groupID, string userID) => $"{groupID}/{userID}";
}
