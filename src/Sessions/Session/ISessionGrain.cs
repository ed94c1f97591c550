using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// One user's OpenIM session on one platform: what an SDK on a device would hold. Its key is the text of a
/// <see cref="SessionKey"/>. There is one activation in the cluster; all connections of that user and platform share
/// it.
/// <para>
/// Each function of the SDK is one method, with the SDK's name and arguments; the files of this interface are the
/// feature folders. Except where said, a function answers <see cref="ErrorCode.NotLoggedIn"/> before Login.
/// </para>
/// </summary>
[Alias("OpenIM.SignalR.ISessionGrain")]
public partial interface ISessionGrain : IGrainWithStringKey
{
    /// <summary>
    /// Starts the session or joins it. Waits for the upstream handshake, not for the sync. <paramref name="token"/>
    /// was checked by the caller to belong to this session's user and platform; a newer one replaces the old one in
    /// place. A live session answers at once; a parked one is woken and tells it as a connect with its sync.
    /// </summary>
    /// <param name="token">The user's OpenIM token.</param>
    /// <param name="connectionId">The connection that from now on keeps the session alive.</param>
    /// <param name="isReturn">
    /// Whether the client goes on from what it was told before, as an SDK does that finds its store on the device.
    /// False for one that knows nothing yet: it sees the conversations as a new device does.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting, not the session.</param>
    /// <returns>The server's code (1501 to 1507, ...) or <see cref="ErrorCode.Network"/> when the handshake
    /// failed.</returns>
    [Alias("Login")]
    Task<Result> Login(string token, string connectionId, bool isReturn, CancellationToken cancellationToken);

    /// <summary>
    /// <see cref="Login"/> of a client that learns no cursors and so never asks to <see cref="Resume"/>: for such
    /// clients alone a session keeps no events, unless it is parked.
    /// </summary>
    [Alias("LoginWithoutCursors")]
    Task<Result> LoginWithoutCursors(string token, string connectionId, CancellationToken cancellationToken);

    /// <summary>Ends the session for all of its connections and tells the server (2003).</summary>
    [Alias("Logout")]
    Task<Result> Logout(CancellationToken cancellationToken);

    /// <summary>1 logged out, 2 logging in, 3 logged in. Always answers.</summary>
    [Alias("GetLoginStatus")]
    ValueTask<Result<int>> GetLoginStatus();

    /// <summary>
    /// What was told since the session was parked: for a client that has no cursor to Resume from, and that is about to
    /// wake the session. Empty when it is not parked.
    /// </summary>
    [Alias("GetMissed")]
    ValueTask<Result<IReadOnlyList<SessionEvent>>> GetMissed();

    /// <summary>
    /// A connection is gone. When it was the last one the session is parked, and ends after the parking time.
    /// </summary>
    [Alias("Detach")]
    Task Detach(string connectionId);

    /// <summary>Everything that was told after <paramref name="cursor"/>, or that continuity is lost.</summary>
    [Alias("Resume")]
    ValueTask<Result<SessionEvents>> Resume(string cursor);

    /// <summary>
    /// Tells the server whether the app is in the background (2004); coming back syncs without sync events.
    /// </summary>
    [Alias("SetAppBackgroundStatus")]
    Task<Result> SetAppBackgroundStatus(bool isBackground, CancellationToken cancellationToken);

    /// <summary>Closes the upstream connection so that it is made anew at once.</summary>
    [Alias("NetworkStatusChanged")]
    Task<Result> NetworkStatusChanged(CancellationToken cancellationToken);
}
