using System.Collections.Concurrent;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Everybody's friend list. Being a friend is directed: each side has a line of its own, or has deleted it.
/// </summary>
internal sealed class FriendStore
{
    private readonly ConcurrentDictionary<string, FriendList> _lists = new(StringComparer.Ordinal);
    private readonly IRecordStore _records;
    private readonly VersionLogs _versions;
    private readonly TimeProvider _time;

    public FriendStore(IRecordStore records, VersionLogs versions, TimeProvider time)
    {
        _records = records;
        _versions = versions;
        _time = time;
        foreach (var (_, friend) in records.Load(FriendList.Table))
            Of(friend.OwnerUserID).Restore(friend);
    }

    public FriendList Of(string owner) => _lists.GetOrAdd(
        owner,
        static (owner, store) =>
            new FriendList(store._records, store._versions.Of(VersionLine.Friends, owner)),
        this);

    public FriendInfoOnly? Find(string owner, string userID) =>
        _lists.TryGetValue(owner, out var list) ? list.Find(userID) : null;

    /// <summary>Whether a user is in the list of another; not always the other way round too.</summary>
    public bool HasFriend(string owner, string userID) => Of(owner).IDs().Contains(userID);

    /// <summary>Makes friends of one user and others, in both directions.</summary>
    public void Join(string userID, IReadOnlyCollection<string> friendIDs, int addSource, string operatorUserID)
    {
        Of(userID).Add(friendIDs.Select(friendID => Line(userID, friendID)));
        foreach (var friendID in friendIDs)
            Of(friendID).Add([Line(friendID, userID)]);

        FriendInfoOnly Line(string owner, string friendID) => new()
        {
            OwnerUserID = owner,
            FriendUserID = friendID,
            AddSource = addSource,
            OperatorUserID = operatorUserID,
            CreateTime = _time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
    }
}
