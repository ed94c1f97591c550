namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The kinds of conversation that a message can be sent to (<c>sessionType</c>, <c>conversationType</c>).
/// </summary>
internal static class SessionType
{
    public const int Single = 1;
    public const int Group = 3;
    public const int NotificationAccount = 4;
}
