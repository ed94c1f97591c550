using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Server;

/// <summary>What a connection knows of its session. Kept with the connection, since a hub object lives for one call.</summary>
/// <param name="identity">Who the connection's token belongs to.</param>
/// <param name="grain">The session, wherever in the cluster it is.</param>
internal sealed class ClientSession(TokenIdentity identity, ISessionGrain grain)
{
    private TokenIdentity _identity = identity;

    /// <summary>The session's key and its SignalR group.</summary>
    public string Key { get; } = identity.Session.ToString();

    public ISessionGrain Grain { get; } = grain;

    /// <summary>The order of what the connection sends.</summary>
    public SendQueue Sends { get; } = new();

    /// <summary>Who the connection belongs to, and until when. A newer token of the same user and platform renews it.</summary>
    public TokenIdentity Identity
    {
        get => Volatile.Read(ref _identity);
        set => Volatile.Write(ref _identity, value);
    }

    /// <summary>Whether Login was ever tried: from then on the session may know the connection.</summary>
    public bool LoginStarted { get; set; }

    /// <summary>Whether Login has succeeded and Logout not been called.</summary>
    public bool LoggedIn { get; set; }

    /// <summary>Whether Login has ever succeeded: the client has what it was told then.</summary>
    public bool WasLoggedIn { get; set; }
}
