using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sessions;

/// <content>How functions reach OpenIM.</content>
internal sealed partial class SessionGrain
{
    /// <summary>
    /// How long a request waits for a login under way, for first data, or for a connection that is being renewed.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Null when the session is logged in. While it is logging in this waits, within bounds.</summary>
    private ValueTask<OpenImError?> WhenLoggedIn(CancellationToken cancellationToken) => _status switch
    {
        LoginStatus.LoggedIn => default,
        LoginStatus.LoggingIn when _login is { } login => new(WaitForLogin(login, cancellationToken)),
        _ => new(Errors.NotLoggedIn),
    };

    /// <summary>
    /// As <see cref="WhenLoggedIn"/>, and waits for the first data of the login, within bounds, so that a client that
    /// asks right after Login does not see an empty list; beyond them it is <see cref="Errors.NetworkTimeout"/>. Not
    /// for use by the sync itself.
    /// </summary>
    private async ValueTask<OpenImError?> WhenSynced(CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        if (_firstSync is { } firstSync)
            await Settle(firstSync.Task, cancellationToken);
        if (_status != LoginStatus.LoggedIn)
            return Errors.NotLoggedIn;
        return _firstSync is { Task.IsCompleted: false } ? Errors.NetworkTimeout : null;
    }

    /// <summary>
    /// One request over the message gateway. Waits, within bounds, while the connection is being renewed; a request
    /// that was not written because the connection had just ended is made once more. Ends with
    /// <see cref="Errors.DeadlineExceeded"/> when the session ends.
    /// </summary>
    /// <param name="request">Makes it, on the connection given, with the operation id given.</param>
    /// <param name="cancellationToken">The caller's.</param>
    private async Task<Result<T>> Request<T>(
        Func<GatewayConnection, string, CancellationToken, Task<Result<T>>> request,
        CancellationToken cancellationToken)
        where T : class
    {
        var life = Life;
        for (var attempt = 1; ; attempt++)
        {
            if (_connection is null && !life.IsCancellationRequested)
            {
                _reconnected ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await Settle(_reconnected.Task, cancellationToken);
            }
            if (life.IsCancellationRequested || cancellationToken.IsCancellationRequested)
                return Errors.DeadlineExceeded;
            if (_connection is not { } connection)
                return Errors.Network;
            var answer = await request(connection, NewOperationID(), cancellationToken);
            if (attempt > 1 || answer.Error != Errors.Network)
                return answer;
            if (_connection == connection)
                _connection = null; // Its end was seen here before Run has seen it.
        }
    }

    /// <summary>One REST call with the session's token. A refusal of the token ends the session.</summary>
    /// <param name="method">Of a REST interface, such as <c>_userApi.GetUsersInfo</c>.</param>
    /// <param name="request">Its body.</param>
    /// <param name="cancellationToken">The caller's.</param>
    private async Task<Result<TResponse>> Call<TRequest, TResponse>(
        Func<TRequest, string, string, CancellationToken, Task<OpenImResponse<TResponse>>> method,
        TRequest request,
        CancellationToken cancellationToken)
        where TResponse : class, new()
    {
        var token = _token;
        var answer = await method(request, token, NewOperationID(), cancellationToken).ToResult();
        // A token that was replaced meanwhile says nothing about the session.
        if (answer.Error is { } error && ErrorCode.IsTokenError(error.Code) && token == _token)
            EndAfter(error);
        return answer;
    }

    private static string NewOperationID() => Guid.NewGuid().ToString("N");

    private async Task<OpenImError?> WaitForLogin(Task<Result> login, CancellationToken cancellationToken)
    {
        await Settle(login, cancellationToken);
        return _status == LoginStatus.LoggedIn ? null : Errors.NotLoggedIn;
    }

    /// <summary>
    /// Waits until a task has ended, the caller gives up, or patience is over; which of them, the caller looks at.
    /// </summary>
    private async Task Settle(Task task, CancellationToken cancellationToken) =>
        await task.WaitAsync(Patience, Time, cancellationToken).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
