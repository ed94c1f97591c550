namespace OpenIM.SignalR.Sandbox;

/// <summary>How somebody came into a group (<c>joinSource</c>).</summary>
internal static class JoinSource
{
    public const int Admin = 1;
    public const int Invitation = 2;
    public const int Search = 3;
    public const int QrCode = 4;
}
