using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>A server on which nobody has a friend or an enemy.</summary>
internal sealed class NoRelations : IRelations
{
    public bool IsBlocked(string owner, string userID) => false;

    public FriendInfoOnly? FindFriend(string owner, string userID) => null;
}
