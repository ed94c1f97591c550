namespace OpenIM.SignalR.Sessions;

/// <summary>The numbers of a message's <c>status</c>.</summary>
internal static class MessageStatus
{
    public const int Sending = 1;
    public const int Sent = 2;
    public const int Failed = 3;

    /// <summary>
    /// Deleted, or the placeholder of a message that is no more. Everything from here on is shown to nobody.
    /// </summary>
    public const int Deleted = 4;
}
