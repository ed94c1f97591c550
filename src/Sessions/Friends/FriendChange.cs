namespace OpenIM.SignalR.Sessions;

/// <summary>What a call or a notification says has happened to a friend.</summary>
internal enum FriendChange
{
    Added,
    Changed,
    Deleted,
}
