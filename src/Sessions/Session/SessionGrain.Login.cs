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

    public async Task<Result> Login(string token, string connectionId, CancellationToken cancellationToken)
    {
        if (_logout is { } logout)
            await logout;
        var wasParked = Attach(connectionId);
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
                _firstSync = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                // Held in a variable of its own: an attempt that is refused at once has ended before Start returns.
                var login = Start(Life);
                if (_status == LoginStatus.LoggingIn)
                    _login = login;
                return await Wait(login, cancellationToken);
        }
    }

    public async Task<Result> Logout(CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        if (_logout is { } other)
            await other;
        else
            await (_logout = LogOutUpstream());
        return Result.Ok;
    }

    public ValueTask<Result<int>> GetLoginStatus() => new((int)_status);

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
        using var limit = new CancellationTokenSource(LogoutLimit, Time);
        try
        {
            if (_connection is { } connection)
            {
                var request = new DelUserPushTokenReq { UserID = Key.UserId, PlatformID = Key.PlatformId };
                var answer = await connection.LogoutAsync(request, NewOperationID(), limit.Token);
                if (!answer.IsOk)
                    LogLogoutUnheard(Key, answer.Error.Code);
            }
        }
        finally
        {
            _logout = null;
            if (_status != LoginStatus.LoggedOut)
                EndQuietly();
        }
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
