namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The kinds of conversation that a message can be sent to (<c>sessionType</c>, <c>conversationType</c>).
/// </summary>
internal static class SessionType
{
    public const int Single = 1;

    /// <summary>A kind of group that the server knows of old and has no more.</summary>
    public const int WriteGroup = 2;

    public const int Group = 3;
    public const int NotificationAccount = 4;
}
