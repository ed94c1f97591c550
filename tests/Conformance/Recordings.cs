namespace OpenIM.SignalR.Conformance;

/// <summary>
/// Which recordings this version must pass: as they are, or with the steps that <c>differing</c> lists. The others in
/// <c>scenarios</c> need what is not there yet.
/// </summary>
internal static class Recordings
{
    private static readonly string[] _differingLegacy = ["v3-chat", "v3-groups"];
    private static readonly string[] _differingThroughTheHub = ["two-devices"];

    /// <summary>What the Sandbox has in common with a real OpenIM server: all of them.</summary>
    public static TheoryData<string> Upstream =>
    [
        "auth", "envelope", "users", "gateway-open", "gateway-frames", "messages-single", "messages-pull",
        "conversations", "multi-platform", "online-status", "admin-send", "blacks", "delete-clear", "friends",
        "messages-group", "read-receipts", "revoke", "groups-lifecycle", "groups-members", "groups-refusals",
        "groups-return", "objects", "profile-changes", "third",
    ];

    /// <summary>What legacy clients were told by the old gateways.</summary>
    public static TheoryData<string> Legacy =>
    [
        "v3-handshake", "v3-bad-token", "v3-before-login", "v3-login-getters", "v3-login-repeated", "v3-create-messages",
        "v3-binary-client", "v3-replaced", "v3-friends", "v3-conversations",
        "v2-handshake", "v2-over-quantity", "v2-login-repeated", "v2-login-getters", "v2-errors", "v2-create-messages",
        "v2-chat", "v2-chat-203",
    ];

    /// <summary>What an app saw of the real SDK, now seen through the hub.</summary>
    public static MatrixTheoryData<string, string> ThroughTheHub =>
        new(
            [
                "session", "create-message", "send-single", "history", "read", "friend-request", "friends",
                "user-status", "group-create", "group-join", "group-members", "send-group",
                "revoke", "local-messages", "online-only", "wrong-arguments", "conversation-list", "offline",
            ],
            ["json", "messagepack"]);

    /// <summary>Those for legacy clients in which the old gateways show defects.</summary>
    public static TheoryData<string> DifferingLegacy => [.. _differingLegacy];

    /// <summary>Those for a hub in which the SDK shows defects.</summary>
    public static MatrixTheoryData<string, string> DifferingThroughTheHub =>
        new(_differingThroughTheHub, ["json", "messagepack"]);

    /// <summary>All of them with their folder.</summary>
    public static TheoryData<string, string> Differing =>
    [
        .. _differingLegacy.Select(name => ("legacy", name)),
        .. _differingThroughTheHub.Select(name => ("sdk", name)),
    ];
}
