namespace OpenIM.SignalR.Compat.Connections;

/// <summary>
/// Why the gateway ends a legacy connection; the number is the code of the close frame. 4000 to 4099: coming back will
/// not help before the user acts. Everything else: reconnect.
/// </summary>
internal enum CloseReason
{
    /// <summary>After Logout: a close frame without a code, as it always was (the client sees 1005).</summary>
    LoggedOut = 0,

    /// <summary>The gateway is stopping.</summary>
    GoingAway = 1001,

    /// <summary>A frame of more than <see cref="LegacyConnection.MaximumFrameSize"/>.</summary>
    TooBig = 1009,

    /// <summary>The hub gave the connection up.</summary>
    InternalError = 1011,

    /// <summary>The server kicked the user, or another connection keeps taking this one's place.</summary>
    KickedOffline = 4001,
}
