namespace OpenIM.SignalR.Sandbox;

/// <summary>What became of a friend request (<c>handleResult</c>).</summary>
internal static class FriendRequestResult
{
    public const int Waiting = 0;
    public const int Agreed = 1;
    public const int Refused = -1;
}
