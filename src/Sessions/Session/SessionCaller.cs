using OpenIM.SignalR.Contracts;
using Orleans.Runtime;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// The connection for which a session is called; it travels with the call. After a Logout the session refuses the calls
/// of connections that have not logged in again.
/// </summary>
public static class SessionCaller
{
    private const string Key = "OpenIM.SignalR.Connection";

    /// <summary>Null when nobody said: then the call is not refused for who makes it.</summary>
    public static string? ConnectionId
    {
        get => RequestContext.Get(Key) as string;
        set => RequestContext.Set(Key, value!);
    }

    /// <summary>
    /// A Login named a group whose session has ended meanwhile: ask for the group and log in again.
    /// </summary>
    public static OpenImError GroupIsOver { get; } = new(ErrorCode.Network, "The session has just ended, log in again");
}
