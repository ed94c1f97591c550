using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    private static readonly TimeSpan LogoutLimit = TimeSpan.FromSeconds(20);

    private LoginStatus _status = LoginStatus.LoggedOut;
    private string _token = "";
    private CancellationTokenSource? _life;
    private Task<Result>? _login;
    private Task? _logout;

    /// <summary>How many logins wait for the end of a logout; the next session begins in this activation.</summary>
    private int _loginsAfterLogout;

    public Task<Result> Login(
        string token, string connectionId, bool isReturn, CancellationToken cancellationToken) =>
        Login(token, connectionId, isReturn, hasCursors: true, cancellationToken);

    // It belongs to a gateway that kept what it had been told.
    public Task<Result> LoginWithoutCursors(string token, string connectionId, CancellationToken cancellationToken) =>
        Login(token, connectionId, isReturn: true, hasCursors: false, cancellationToken);

    public async Task<Result> Logout(CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var logout = _logout ??= LogOutUpstream();
        await logout;
        // Here and not in LogOutUpstream, which has ended before the assignment when there is no connection.
        if (_logout == logout)
            _logout = null;
        return Result.Ok;
    }

    public ValueTask<Result<int>> GetLoginStatus() => new((int)_status);

    private async Task<Result> Login(
        string token, string connectionId, bool isReturn, bool hasCursors, CancellationToken cancellationToken)
    {
        if (_logout is { } logout)
        {
            _loginsAfterLogout++;
            await logout.WaitAsync(cancellationToken).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            _loginsAfterLogout--;
            // Its connection may be gone, and a connection that is attached after its end would stay forever.
            if (cancellationToken.IsCancellationRequested)
                return Errors.DeadlineExceeded;
        }
        var wasParked = Attach(connectionId, hasCursors);
        // One that joins others sees what they see.
        if (wasParked || _status != LoginStatus.LoggedIn)
            _isNewDevice |= !isReturn;
        switch (_status)
        {
            case LoginStatus.LoggedIn:
                _token = token;
                if (wasParked)
                    TellAsConnect();
                return Result.Ok;
            case LoginStatus.LoggingIn:
                return await Wait(_login!, cancellationToken);
            default:
                _token = token;
                _status = LoginStatus.LoggingIn;
                _life = new CancellationTokenSource();
                _sessionStart = NowMilliseconds;
                _firstSync = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                // Held in a variable of its own: an attempt that is refused at once has ended before Start returns.
                var login = Start(Life);
                if (_status == LoginStatus.LoggingIn)
                    _login = login;
                return await Wait(login, cancellationToken);
        }
    }

    /// <summary>The first connect. The session exists afterwards, or not at all.</summary>
    private async Task<Result> Start(CancellationToken life)
    {
        DelayDeactivation(Timeout.InfiniteTimeSpan);
        if (await Connect(life) is { } error)
        {
            if (!life.IsCancellationRequested)
                EndAfter(error);
            return error;
        }
        _status = LoginStatus.LoggedIn;
        _login = null;
        StartConnection(life);
        ParkIfAlone();
        return Result.Ok;
    }

    /// <summary>The server is asked to forget the session; whatever it answers, the session ends.</summary>
    private async Task LogOutUpstream()
    {
        if (_connection is { } connection)
        {
            using var limit = new CancellationTokenSource(LogoutLimit, Time);
            var request = new DelUserPushTokenReq { UserID = Key.UserId, PlatformID = Key.PlatformId };
            var answer = await connection.LogoutAsync(request, NewOperationID(), limit.Token);
            if (!answer.IsOk)
                LogLogoutUnheard(Key, answer.Error.Code);
        }
        if (_status != LoginStatus.LoggedOut)
            EndQuietly();
    }

    private static async Task<Result> Wait(Task<Result> task, CancellationToken cancellationToken)
    {
        try
        {
            return await task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return Errors.DeadlineExceeded;
        }
    }
}
