namespace OpenIM.SignalR.Sandbox;

/// <summary>The errors that sending and changing messages has of its own.</summary>
internal static class MessageErrors
{
    public static ServerError DismissedAlready { get; } = new(1204, "DismissedAlreadyError", "group dismissed");

    public static ServerError BlockedByPeer { get; } = new(1302, "BlockedByPeer", "blocked by peer");

    /// <summary>Only with <see cref="SandboxOptions.FriendVerify"/>.</summary>
    public static ServerError NotPeersFriend { get; } = new(1303, "NotPeersFriend", "not friend");

    public static ServerError MutedInGroup { get; } = new(1402, "MutedInGroup", "muted in the group");

    public static ServerError MutedGroup { get; } = new(1403, "MutedGroup", "the group is muted");

    public static ServerError AlreadyRevoked { get; } = new(1404, "MsgAlreadyRevoke", "message is revoked already");

    /// <summary>The receiver does not want messages.</summary>
    public static ServerError NotSent { get; } = ServerErrors.Arguments("message is not sent");
}
