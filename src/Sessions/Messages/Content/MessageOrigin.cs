namespace OpenIM.SignalR.Sessions;

/// <summary>The numbers of a message's <c>msgFrom</c>.</summary>
internal static class MessageOrigin
{
    public const int User = 100;
    public const int System = 200;
}
