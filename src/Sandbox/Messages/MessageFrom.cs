namespace OpenIM.SignalR.Sandbox;

/// <summary>Who made a message (<c>msgFrom</c>).</summary>
internal static class MessageFrom
{
    public const int User = 100;
    public const int Server = 200;
}
