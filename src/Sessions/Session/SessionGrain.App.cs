using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>What the app says about itself.</content>
internal sealed partial class SessionGrain
{
    public async Task<Result> SetAppBackgroundStatus(bool isBackground, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        _background = isBackground;
        var request = new SetAppBackgroundStatusReq { UserID = Key.UserId, IsBackground = isBackground };
        var answer = await Request(
            (connection, operationID, limit) => connection.SetBackgroundStatusAsync(request, operationID, limit),
            cancellationToken);
        if (!answer.IsOk)
            return answer.Error;
        if (!isBackground)
            RequestSync(SyncKind.Quiet);
        return Result.Ok;
    }

    public async Task<Result> NetworkStatusChanged(CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        _renewing = _connection is not null;
        _connection?.Dispose();
        _backoff?.Cancel();
        return Result.Ok;
    }
}
