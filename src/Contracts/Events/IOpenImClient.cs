using System.Text.Json;

namespace OpenIM.SignalR.Contracts;

/// <summary>
/// What a session tells its connections. Events arrive in order, and the last argument of each is the cursor,
/// <c>epoch:offset</c>, from which Resume goes on. The files are the families.
/// <para>
/// Of OpenIM's 86 names four are missing: <c>InitSDK</c>, <c>error</c>, <c>Protocol Error</c> and
/// <c>getMyLoginStatus</c> are answers of the legacy proxies to a single connection, not events.
/// </para>
/// </summary>
public partial interface IOpenImClient
{
    /// <summary>The SDK starts dialing its upstream socket (at login and at every reconnect).</summary>
    Task OnConnecting(string cursor);

    /// <summary>Upstream socket established.</summary>
    Task OnConnectSuccess(string cursor);

    /// <summary>Upstream dial failed.</summary>
    Task OnConnectFailed(int errCode, string errMsg, string cursor);

    /// <summary>Upstream says another login replaced this one.</summary>
    Task OnKickedOffline(string cursor);

    /// <summary>Upstream refuses the token.</summary>
    Task OnUserTokenExpired(string cursor);

    /// <summary>Token rejected as invalid.</summary>
    Task OnUserTokenInvalid(string errMsg, string cursor);

    /// <summary>Message synchronization after (re)connect begins.</summary>
    Task OnSyncServerStart(bool reinstalled, string cursor);

    /// <summary>Message synchronization finished.</summary>
    Task OnSyncServerFinish(bool reinstalled, string cursor);

    /// <summary>Progress of a reinstall sync.</summary>
    Task OnSyncServerProgress(int progress, string cursor);

    /// <summary>Message synchronization failed.</summary>
    Task OnSyncServerFailed(bool reinstalled, string cursor);

    /// <summary>Log upload progress.</summary>
    Task OnUploadLogsProgress(JsonElement payload, string cursor);

    /// <summary>File upload progress.</summary>
    Task UploadComplete(JsonElement payload, string cursor);
}
