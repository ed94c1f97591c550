namespace OpenIM.SignalR.Upstream;

/// <summary>Why a connection to the message gateway ended.</summary>
public enum GatewayEndReason
{
    /// <summary>The server or the network ended it. Connect again.</summary>
    Lost,

    /// <summary>Nothing was heard for 30 s although pings went out. Connect again.</summary>
    Silent,

    /// <summary>
    /// The server sent what the protocol does not have, or a frame larger than the limit. Connect again.
    /// </summary>
    ProtocolError,

    /// <summary>The server said 2002: the token is good no longer. Do not connect again with it.</summary>
    Kicked,

    /// <summary>The server answered a logout (2003), which ends the connection. The token stays good.</summary>
    LoggedOut,

    /// <summary>This side disposed of it, or gave up running it.</summary>
    Disposed,
}

/// <summary>How a connection to the message gateway ended.</summary>
/// <param name="Reason">What the owner decides by.</param>
/// <param name="Detail">For the log; empty when there is nothing to add. Holds neither tokens nor texts of
/// messages.</param>
public sealed record GatewayEnd(GatewayEndReason Reason, string Detail = "");
