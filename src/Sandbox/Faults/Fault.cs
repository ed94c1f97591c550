namespace OpenIM.SignalR.Sandbox;

/// <summary>What happens to a request, a handshake or a push instead of what should.</summary>
internal enum Fault
{
    None,

    /// <summary>The connection is cut in its place.</summary>
    Disconnect,

    /// <summary>HTTP 503.</summary>
    Unavailable,

    /// <summary>An error of the server's.</summary>
    Refusal,

    /// <summary>It is carried out, but the other side does not hear of it.</summary>
    Loss,
}
