namespace OpenIM.SignalR.Sandbox;

/// <summary>The errors that only friend requests end in.</summary>
internal static class FriendErrors
{
    public static ServerError CannotAddYourself { get; } =
        new(1301, "CanNotAddYourselfError", "toUserID is fromUserID");

    public static ServerError AlreadyFriends { get; } = new(1304, "RelationshipAlreadyError", "already friends");

    public static ServerError RequestHandled { get; } =
        new(1305, "FriendRequestHandled", "friend request has already been processed");
}
