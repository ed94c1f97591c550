namespace OpenIM.SignalR.Sandbox;

/// <summary>The kinds of account (<c>appMangerLevel</c>); below <see cref="Admin"/> are people.</summary>
internal static class AppManagerLevel
{
    public const int Admin = 2;
}
