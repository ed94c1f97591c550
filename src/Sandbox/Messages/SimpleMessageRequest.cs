using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The body of <c>/msg/send_simple_msg</c>.</summary>
internal sealed record SimpleMessageRequest
{
    /// <summary>Who answers; in a group only, otherwise the key says it.</summary>
    public string? SendID { get; init; }

    public string? Content { get; init; }

    public OfflinePushInfo? OfflinePushInfo { get; init; }

    public string? Ex { get; init; }

    public ServerError? Malformed() =>
        string.IsNullOrEmpty(Content) ? ServerErrors.Arguments("content is required") : null;
}
