using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>What messages ask about two users, answered from their lists.</summary>
internal sealed class Relations(FriendStore friends, BlackStore blacks) : IRelations
{
    public bool IsBlocked(string owner, string userID) => blacks.Find(owner, userID) is not null;

    public FriendInfoOnly? FindFriend(string owner, string userID) => friends.Find(owner, userID);
}
