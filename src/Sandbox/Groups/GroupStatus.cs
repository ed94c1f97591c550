namespace OpenIM.SignalR.Sandbox;

/// <summary>The states of a group (<c>status</c>).</summary>
internal static class GroupStatus
{
    public const int Normal = 0;
    public const int Dismissed = 2;
    public const int Muted = 3;
}
