namespace OpenIM.SignalR.Sandbox;

/// <summary>The states of a message (<c>status</c>). Messages made by a server have none (0).</summary>
internal static class MessageStatus
{
    public const int Sending = 1;
    public const int Sent = 2;
    public const int Deleted = 4;
}
