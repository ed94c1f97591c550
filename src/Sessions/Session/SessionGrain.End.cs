using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    /// <summary>
    /// Ends the session because of what the server said, and tells the clients when it was about the token.
    /// </summary>
    private void EndAfter(OpenImError error)
    {
        if (_status == LoginStatus.LoggedOut)
            return;
        if (ErrorCode.IsTokenError(error.Code))
            LogEnded(Key, error.Code);
        switch (error.Code)
        {
            case ErrorCode.TokenExpired:
                Events.Raise("OnUserTokenExpired");
                break;
            case ErrorCode.TokenKicked:
                Events.Raise("OnKickedOffline");
                break;
            case var code when ErrorCode.IsTokenError(code):
                Events.Raise("OnUserTokenInvalid", error.ToString(), ContractsJsonContext.Relaxed.String);
                break;
        }
        EndQuietly();
    }

    /// <summary>
    /// Ends the session completely, telling nobody. Requests that still wait get
    /// <see cref="Errors.DeadlineExceeded"/>. The activation goes away once the last of them is answered,
    /// unless one of them is a login.
    /// </summary>
    private void EndQuietly()
    {
        KeepPast();
        _status = LoginStatus.LoggedOut;
        _token = "";
        _login = null;
        Unpark();
        _attached.Clear();
        _life?.Cancel();
        _life?.Dispose();
        _life = null;
        CloseConnection();
        ClearIntake();
        ClearSelf();
        ClearFriends();
        ClearGroups();
        ClearOnlineStates();
        ClearConversations();
        DelayDeactivation(TimeSpan.Zero);
        // A login that waits here would otherwise begin a session in an activation that is about to go.
        if (_loginsAfterLogout == 0)
            DeactivateOnIdle();
    }
}
