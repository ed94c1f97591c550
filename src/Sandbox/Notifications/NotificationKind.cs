using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>How a type of notification is sent.</summary>
internal sealed record NotificationKind
{
    /// <summary>It also is a line of the chat.</summary>
    public bool HasChatCopy { get; init; }

    /// <summary>It is kept, with a seq of its own, and can be pulled.</summary>
    public bool IsStored { get; init; }

    /// <summary>It wakes phones.</summary>
    public bool HasOfflinePush { get; init; }

    /// <summary>What a vendor's push shows.</summary>
    public OfflinePushInfo? OfflinePush { get; init; }
}
