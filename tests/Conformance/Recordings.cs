namespace OpenIM.SignalR.Conformance;

/// <summary>
/// Which recordings this version must pass. The others in <c>scenarios</c> differ in steps that <c>docs/differences.md</c>
/// names, or need what is not there yet.
/// </summary>
internal static class Recordings
{
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
                "revoke", "local-messages", "online-only", "wrong-arguments",
            ],
            ["json", "messagepack"]);
}
