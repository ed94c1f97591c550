using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The friends of one user, in the order in which they were added, and the version line of the list. Lines that were
/// handed out are never changed. Safe for concurrent use.
/// </summary>
internal sealed class FriendList(IRecordStore records, VersionLog versions)
{
    public static readonly RecordTable<FriendInfoOnly> Table = RecordTable.OfMessages<FriendInfoOnly>("friends");

    private readonly Lock _lock = new();
    private readonly List<FriendInfoOnly> _friends = [];
    private string[]? _ids;

    public VersionStamp Current => versions.Current;

    public FriendInfoOnly? Find(string userID)
    {
        lock (_lock)
            return _friends.Find(friend => friend.FriendUserID == userID);
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<FriendInfoOnly> All()
    {
        lock (_lock)
            return [.. _friends];
    }

    /// <summary>
    /// The ids of all friends, those pinned first as it was at the first reading after <see cref="OrderAnew"/>. Who is
    /// pinned later stays where he is: the real server keeps this list until then, and its hash goes by it.
    /// </summary>
    public IReadOnlyList<string> IDs()
    {
        lock (_lock)
            return _ids ??=
                [.. _friends.OrderByDescending(friend => friend.IsPinned).Select(friend => friend.FriendUserID)];
    }

    /// <summary>Puts those pinned first again: somebody came or went, here or in the list of the other.</summary>
    public void OrderAnew()
    {
        lock (_lock)
            _ids = null;
    }

    /// <summary>Adds those who are no friends yet, as one change.</summary>
    public void Add(IEnumerable<FriendInfoOnly> friends)
    {
        lock (_lock)
        {
            _ids = null;
            var added = friends.Where(friend => Find(friend.FriendUserID) is null).ToList();
            if (added.Count == 0)
                return;
            _friends.AddRange(added);
            added.ForEach(Keep);
            versions.Record(ElementChange.Insert, [.. added.Select(friend => friend.FriendUserID)]);
        }
    }

    /// <summary>Takes a friend out. Somebody who is none is noted on the version line all the same.</summary>
    public void Remove(string userID)
    {
        lock (_lock)
        {
            _ids = null;
            foreach (var removed in _friends.FindAll(friend => friend.FriendUserID == userID))
            {
                _friends.Remove(removed);
                records.Delete(Table, KeyOf(removed));
            }
            versions.Record(ElementChange.Delete, userID);
        }
    }

    /// <summary>Changes lines as one change; who is no friend is noted on the version line only.</summary>
    public void Update(IReadOnlyCollection<string> userIDs, Action<FriendInfoOnly> change, bool changesOrder = false)
    {
        lock (_lock)
        {
            for (var i = 0; i < _friends.Count; i++)
                if (userIDs.Contains(_friends[i].FriendUserID))
                {
                    _friends[i] = _friends[i].Clone();
                    change(_friends[i]);
                    Keep(_friends[i]);
                }
            if (changesOrder)
                versions.RecordWithOrder(ElementChange.Update, [.. userIDs]);
            else
                versions.Record(ElementChange.Update, [.. userIDs]);
        }
    }

    /// <summary>
    /// What changed since a client's version, and the version of the last change of the order if that is among it, else
    /// 0.
    /// </summary>
    public (VersionChanges Changes, ulong OrderVersion) Since(string versionID, ulong version)
    {
        lock (_lock)
        {
            var changes = versions.Since(versionID, version);
            return (changes, changes.OrderVersion);
        }
    }

    /// <summary>Adds a line as it was kept; before the list is used.</summary>
    public void Restore(FriendInfoOnly friend) => _friends.Add(friend);

    private void Keep(FriendInfoOnly friend) => records.Put(Table, KeyOf(friend), friend);

    private static string KeyOf(FriendInfoOnly friend) => RecordKey.Of(friend.OwnerUserID, friend.FriendUserID);
}
