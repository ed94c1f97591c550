using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// What comes in is handled one after another, in the order in which it came, and a sync is one such piece of work: a
/// push that arrives while a gap is being pulled waits, so that its messages are told after the older ones.
/// <code>
///   socket ──► OnPush ──► _pushes ──┐
///   connect, wake-up ──► _wanted ───┴──► Drain ──► Sync or Receive ──► events
/// </code>
/// The worker exists only while there is work. Too many waiting pushes are not kept: their seqs are missed by the
/// next one or by the sync that is then asked for.
/// </content>
internal sealed partial class SessionGrain
{
    private const int MaxWaitingPushes = 256;

    private Queue<PushMessages>? _pushes;
    private SyncKind _wanted;
    private bool _draining;

    private ValueTask OnPush(GatewayPush push)
    {
        if (push is GatewayPush.OnlineStatus status)
            ReceiveOnlineStatus(status.Content);
        if (push is GatewayPush.Messages messages)
        {
            _pushes ??= new Queue<PushMessages>();
            if (_pushes.Count < MaxWaitingPushes)
            {
                _pushes.Enqueue(messages.Content);
                StartDraining();
            }
            else
            {
                LogIntakeFull(Key, MaxWaitingPushes);
                RequestSync(SyncKind.Quiet);
            }
        }
        return ValueTask.CompletedTask;
    }

    /// <summary>Asks for a sync as soon as what is under way is done; several of these become one.</summary>
    private void RequestSync(SyncKind kind)
    {
        _wanted = kind > _wanted ? kind : _wanted;
        StartDraining();
    }

    private void StartDraining()
    {
        if (!_draining)
            _ = Drain();
    }

    private async Task Drain()
    {
        _draining = true;
        while (!Life.IsCancellationRequested)
        {
            var life = Life;
            try
            {
                if (_wanted is not SyncKind.None and var kind)
                {
                    _wanted = SyncKind.None;
                    await Sync(kind, life);
                }
                else if (_pushes is not null && _pushes.TryDequeue(out var push))
                {
                    await Receive(push, life);
                }
                else
                {
                    break;
                }
            }
            catch (Exception error) when (life.IsCancellationRequested
                && error is (OperationCanceledException or InvalidOperationException))
            {
                // The session has ended; another one may have begun meanwhile. Or the activation has gone while an answer
                // was awaited: then Orleans refuses to show its state.
            }
#pragma warning disable CA1031 // Whatever it is: the session must not become deaf.
            catch (Exception error)
#pragma warning restore CA1031
            {
                // One message that cannot be handled must not stop those after it.
                LogIntakeFailed(Key, error);
            }
        }
        _pushes = null;
        _draining = false;
    }

    private void ClearIntake()
    {
        _pushes = null;
        _wanted = SyncKind.None;
        _firstSync?.TrySetResult();
        _firstSync = null;
        _hasSynced = false;
        _isNewDevice = false;
        _failedSyncs = 0;
        _lateCheck?.Dispose();
        _lateCheck = null;
    }
}
