namespace OpenIM.SignalR.Sandbox;

/// <summary>The roles in a group (<c>roleLevel</c>).</summary>
internal static class GroupRole
{
    public const int Owner = 100;
    public const int Admin = 60;
    public const int Member = 20;
}
