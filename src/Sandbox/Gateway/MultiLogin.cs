using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// What a new connection does to the user's others. A connection with the very same token is never kicked: it is the
/// same client, coming back before its old connection was noticed to be dead.
/// </summary>
internal sealed class MultiLogin(SandboxOptions options, GatewayConnections connections, TokenStore tokens)
{
    private static readonly OutgoingFrame Kicked =
        new(new GatewayFrame { ReqIdentifier = GatewayRequest.KickOnlineMsg });

    /// <summary>
    /// Applies the login policy to the connections that <paramref name="connection"/> found when it came.
    /// </summary>
    public void Connected(GatewayConnection connection)
    {
        var excluded = connections.Of(connection.UserID)
            .TakeWhile(other => other != connection)
            .Where(other => other.Token != connection.Token
                && options.LoginPolicy.Excludes(connection.PlatformID, other.PlatformID))
            .ToList();
        if (excluded.Count == 0)
            return;
        foreach (var other in excluded)
            other.End(Kicked);
        tokens.KickOthers(connection.UserID, connection.PlatformID, connection.Token);
    }

    /// <summary>
    /// An administrator's kick: all tokens of the user's platform are taken back and its connections closed. Those of
    /// the platforms from 10 on stay open, because the gateway itself knows nine.
    /// </summary>
    public void ForceLogout(string userID, int platformID)
    {
        tokens.KickPlatform(userID, platformID);
        if (platformID > Platforms.IPad)
            return;
        foreach (var connection in connections.Of(userID))
            if (connection.PlatformID == platformID)
                connection.End(Kicked);
    }
}
