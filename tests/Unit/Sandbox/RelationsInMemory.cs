using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

internal sealed class RelationsInMemory : IRelations
{
    public HashSet<(string Owner, string UserID)> Blocked { get; } = [];

    public HashSet<(string Owner, string UserID)> Friends { get; } = [];

    public bool IsBlocked(string owner, string userID) => Blocked.Contains((owner, userID));

    public FriendInfoOnly? FindFriend(string owner, string userID) => Friends.Contains((owner, userID))
        ? new FriendInfoOnly { OwnerUserID = owner, FriendUserID = userID }
        : null;
}
