using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// The upstream connection and its renewal.
/// <code>
///   Start ─► Connect ─► Run ─── lost ──► Reconnect: within 2 s, at once when a client asks for it, then after
///                        ▲ │                 │  │        1, 2, 4, 8, 16 s (with jitter), and again
///                        │ │                 │  └─ the token is refused ──► the session ends
///                        └─┼─────────────────┘
///                          └─ 2002 ──► OnKickedOffline, the session ends
/// </code>
/// </content>
internal sealed partial class SessionGrain
{
    /// <summary>A connection that lives shorter than this does not make the next attempt an early one.</summary>
    private static readonly TimeSpan StableAfter = TimeSpan.FromSeconds(5);

    private GatewayConnection? _connection;
    private TaskCompletionSource? _reconnected;
    private CancellationTokenSource? _backoff;
    private bool _renewing;
    private bool _background;

    /// <summary>One attempt, told to the clients. Null when the connection stands.</summary>
    private async Task<OpenImError?> Connect(CancellationToken life)
    {
        Events.Raise("OnConnecting");
        var login = new GatewayLogin(Key.UserId, Key.PlatformId, _token, NewOperationID(), _background);
        var connected = await _gateway.ConnectAsync(login, life);
        if (life.IsCancellationRequested)
        {
            connected.Value?.Dispose();
            return Errors.DeadlineExceeded;
        }
        if (connected.IsOk)
        {
            _connection = connected.Value;
            Events.Raise("OnConnectSuccess");
            return null;
        }
        LogConnectFailed(Key, connected.Error.Code);
        if (connected.Error.Code is ErrorCode.Network or ErrorCode.NetworkTimeout)
            Events.Raise("OnConnectFailed", Errors.Network);
        return connected.Error;
    }

    private void StartConnection(CancellationToken life)
    {
        _ = RunToTheEnd(_connection!, life);
        _hasNewClient = true;
        RequestSync(SyncKind.Connect);
    }

    /// <summary>A session whose loop has failed must not look alive.</summary>
    private async Task RunToTheEnd(GatewayConnection connection, CancellationToken life)
    {
        try
        {
            await Run(connection, life);
        }
        catch (Exception error) when (!life.IsCancellationRequested)
        {
            LogConnectionFailed(Key, error);
            EndQuietly();
        }
    }

    private async Task Run(GatewayConnection connection, CancellationToken life)
    {
        var backoff = new ReconnectBackoff(Time);
        while (true)
        {
            var since = Time.GetTimestamp();
            var end = await connection.RunAsync(OnPush, life);
            if (life.IsCancellationRequested || _logout is not null)
                return;
            LogDisconnected(Key, end);
            _connection = null;
            _clientConfig = null;
            _blacks.Clear(); // Nothing says what became of them meanwhile.
            if (end.Reason == GatewayEndReason.Kicked)
            {
                EndAfter(new OpenImError(ErrorCode.TokenKicked, "TokenKickedError"));
                return;
            }
            if (_renewing || Time.GetElapsedTime(since) >= StableAfter)
                backoff.Reset();
            if (!_renewing)
                await Pause(backoff, life);
            _renewing = false;
            if (!await Reconnect(backoff, life))
                return;
            connection = _connection!;
            _ = SubscribeAgain(life);
            RequestSync(SyncKind.Connect);
        }
    }

    /// <summary>False when the session has ended meanwhile.</summary>
    private async Task<bool> Reconnect(ReconnectBackoff backoff, CancellationToken life)
    {
        while (!life.IsCancellationRequested)
        {
            var error = await Connect(life);
            if (life.IsCancellationRequested)
                return false;
            if (error is null)
            {
                _reconnected?.SetResult();
                _reconnected = null;
                return true;
            }
            if (ErrorCode.IsTokenError(error.Code))
            {
                EndAfter(error);
                return false;
            }
            await Pause(backoff, life);
        }
        return false;
    }

    /// <summary>Waits, until the time is over, the session ends, or a client says that its network is back.</summary>
    private async Task Pause(ReconnectBackoff backoff, CancellationToken life)
    {
        using var pause = _backoff = CancellationTokenSource.CreateLinkedTokenSource(life);
        await backoff.WaitAsync(pause.Token).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _backoff = null;
    }

    /// <summary>A parked session that is woken shows its client what a connect would have shown.</summary>
    private void TellAsConnect()
    {
        _hasNewClient = true;
        if (_connection is null)
            return; // The attempts under way tell it themselves.
        Events.Raise("OnConnecting");
        Events.Raise("OnConnectSuccess");
        RequestSync(SyncKind.Connect);
    }

    private void CloseConnection()
    {
        _connection?.Dispose();
        _connection = null;
        _reconnected?.SetResult();
        _reconnected = null;
        _renewing = false;
        _background = false;
    }
}
