namespace OpenIM.SignalR.Contracts;

public partial interface IOpenImClient
{
    /// <summary>A friend request was received or sent.</summary>
    Task OnFriendApplicationAdded(LocalFriendRequest application, string cursor);

    /// <summary>A friend request disappeared.</summary>
    Task OnFriendApplicationDeleted(LocalFriendRequest application, string cursor);

    /// <summary>A friend request was accepted.</summary>
    Task OnFriendApplicationAccepted(LocalFriendRequest application, string cursor);

    /// <summary>A friend request was refused.</summary>
    Task OnFriendApplicationRejected(LocalFriendRequest application, string cursor);

    /// <summary>Friend added.</summary>
    Task OnFriendAdded(LocalFriend friend, string cursor);

    /// <summary>Friend removed.</summary>
    Task OnFriendDeleted(LocalFriend friend, string cursor);

    /// <summary>Friend profile or remark changed.</summary>
    Task OnFriendInfoChanged(LocalFriend friend, string cursor);

    /// <summary>User blocked.</summary>
    Task OnBlackAdded(LocalBlack black, string cursor);

    /// <summary>User unblocked.</summary>
    Task OnBlackDeleted(LocalBlack black, string cursor);
}
