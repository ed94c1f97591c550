using System.Text.Json;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The body of <c>/msg/send_msg</c>: a message with its content as an object instead of text.</summary>
internal record SendMessageRequest
{
    public string? SendID { get; init; }

    public string? RecvID { get; init; }

    public string? GroupID { get; init; }

    public string? SenderNickname { get; init; }

    public string? SenderFaceURL { get; init; }

    public int SenderPlatformID { get; init; }

    /// <summary>The element of the content type.</summary>
    public JsonElement? Content { get; init; }

    public int ContentType { get; init; }

    public int SessionType { get; init; }

    /// <summary>Neither stored nor shown to the sender's devices.</summary>
    public bool IsOnlineOnly { get; init; }

    public bool NotOfflinePush { get; init; }

    /// <summary>Milliseconds; 0 for now.</summary>
    public long SendTime { get; init; }

    public OfflinePushInfo? OfflinePushInfo { get; init; }

    public string? Ex { get; init; }

    /// <summary>The error for a body without what is required, or null.</summary>
    public virtual ServerError? Malformed() =>
        string.IsNullOrEmpty(SendID) ? Required(nameof(SendID))
        : Content is not { ValueKind: JsonValueKind.Object } ? Required(nameof(Content))
        : ContentType == 0 ? Required(nameof(ContentType))
        : SessionType == 0 ? Required(nameof(SessionType))
        : null;

    protected static ServerError Required(string field) => ServerErrors.Arguments($"{field} is required");
}
