namespace OpenIM.SignalR.Sandbox;

/// <summary>How somebody became a friend (<c>addSource</c>).</summary>
internal static class FriendAddSource
{
    public const int Import = 1;
    public const int Apply = 2;
}
