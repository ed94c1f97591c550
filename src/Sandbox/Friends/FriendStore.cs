using System.Collections.Concurrent;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Everybody's friend list. Being a friend is directed: each side has a line of its own, or has deleted it.
/// </summary>
internal sealed class FriendStore(VersionLogs versions, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, FriendList> _lists = new(StringComparer.Ordinal);

    public FriendList Of(string owner) => _lists.GetOrAdd(
        owner, static (owner, versions) => new FriendList(versions.Of(VersionLine.Friends, owner)), versions);

    public FriendInfoOnly? Find(string owner, string userID) =>
        _lists.TryGetValue(owner, out var list) ? list.Find(userID) : null;

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
            CreateTime = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
    }
}
