using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>What messages need to know of friends and black lists.</summary>
internal interface IRelations
{
    /// <summary>Whether <paramref name="owner"/> has <paramref name="userID"/> on his black list.</summary>
    bool IsBlocked(string owner, string userID);

    /// <summary>The line of <paramref name="userID"/> in the friend list of <paramref name="owner"/>.</summary>
    FriendInfoOnly? FindFriend(string owner, string userID);
}
