namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The body of <c>/msg/send_business_notification</c>: an application's own notification, to a user or to a group.
/// </summary>
internal sealed record BusinessNotificationRequest
{
    public string? Key { get; init; }

    public string? Data { get; init; }

    public string? SendUserID { get; init; }

    public string? RecvUserID { get; init; }

    public string? RecvGroupID { get; init; }

    /// <summary>It also is a line of the chat.</summary>
    public bool SendMsg { get; init; }

    /// <summary>1: only for those who are online; 2: stored.</summary>
    public int? ReliabilityLevel { get; init; }

    public ServerError? Malformed() =>
        string.IsNullOrEmpty(SendUserID) ? ServerErrors.Arguments("sendUserID is required") : null;
}
