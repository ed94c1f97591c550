using Google.Protobuf.Collections;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Catching up with the server.
/// <list type="number">
/// <item>1006 and 1001 are asked together: read positions of the user's conversations, and the largest seqs of all of
/// them, those of notifications included.</item>
/// <item>1006 sets the unread counts.</item>
/// <item>A session without a past takes the seqs of 1001 as its positions; nothing old is told. Any other pulls what
/// lies between its positions and them, and tells it.</item>
/// </list>
/// </content>
internal sealed partial class SessionGrain
{
    /// <summary>
    /// Of what arrived while nobody was logged in, each conversation's last message is told, as the SDKs do: enough
    /// for the list, history has the rest.
    /// </summary>
    private const int PullAfterLogin = 1;

    /// <summary>
    /// Of what was missed while clients were looking, this much of each conversation is told, some requests' worth. The
    /// SDKs stop at 10 and leave a hole in their store; a client of this gateway has no store that would hide it.
    /// </summary>
    private const int PullAfterGap = 1000;

    private const int NewNotifications = 100;

    private static readonly TimeSpan[] PausesBetweenAttempts = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    /// <summary>The server collects once a second who is online, and pushes to nobody before.</summary>
    private static readonly TimeSpan LateCheckAfter = TimeSpan.FromSeconds(1.5);

    /// <summary>After a failure that clients were told; twice as long each time, up to 16 times.</summary>
    private static readonly TimeSpan RepeatSyncAfter = TimeSpan.FromSeconds(5);

    private TaskCompletionSource? _firstSync;
    private bool _hasSynced;

    /// <summary>How many of the latest told syncs failed, one after another.</summary>
    private int _failedSyncs;

    /// <summary>A client has logged in that was told nothing yet.</summary>
    private bool _hasNewClient;

    /// <summary>That client, or one of several, never had anything of this session.</summary>
    private bool _isNewDevice;
    private IGrainTimer? _lateCheck;

    private async Task Sync(SyncKind kind, CancellationToken life)
    {
        var told = kind == SyncKind.Connect;
        var install = !_positions.State.Installed;
        var isLogin = told && _hasNewClient;
        if (told)
            Events.Raise("OnSyncServerStart", install, ContractsJsonContext.Relaxed.Boolean);
        TellProgress(install, 1);
        SyncFriends(isConnect: told, life);
        if (told)
            _ = SyncGroups(life);
        var error = await TryCatchUp(install, isLogin, life);
        if (life.IsCancellationRequested)
            return;
        if (error is not null)
            LogSyncFailed(Key, error.Code);
        if (told && error is not null)
            Events.Raise("OnSyncServerFailed", payload: false, ContractsJsonContext.Relaxed.Boolean);
        else if (told)
            Events.Raise("OnSyncServerFinish", install, ContractsJsonContext.Relaxed.Boolean);
        if (isLogin && error is null)
        {
            _hasNewClient = _isNewDevice = false;
            _positions.State.Untouched = [];
            _conversations.TrimExcess();
            await TellUnreadAfterLogin(life);
            // Who was lost since its Login a moment ago has no list yet, and these are most of what an idle session
            // would hold. What a parked session was told is for whoever wakes it.
            if (!_hasSynced && _parking is null)
                Events.Forget();
        }
        // A login has read the rows, and the look that follows it finds nothing that the server would not tell.
        if (error is null && _hasSynced && (told || _settingsVersion.Number > 0))
            _ = SyncSettings(life);
        _hasSynced |= error is null;
        EndFirstSync();
        if (!told)
            return;
        _failedSyncs = error is null ? 0 : _failedSyncs + 1;
        CheckLater(error is null ? LateCheckAfter : RepeatSyncAfter * (1 << Math.Min(_failedSyncs - 1, 4)));
    }

    /// <summary>A sync that was begun for the clients' eyes has an end, whatever happens.</summary>
    private async Task<OpenImError?> TryCatchUp(bool install, bool isLogin, CancellationToken life)
    {
        try
        {
            return await CatchUp(install, isLogin, life);
        }
        catch (Exception error) when (!life.IsCancellationRequested)
        {
            LogIntakeFailed(Key, error);
            return Errors.Internal;
        }
    }

    private async Task<OpenImError?> CatchUp(bool install, bool isLogin, CancellationToken life)
    {
        var newest = RequestNewest(life);
        // Groups are asked for when somebody looks at them.
        TellProgress(install, 4);
        var read = await RequestNow(
            (connection, operationID) => connection.GetHasReadAndMaxSeqsAsync(
                new GetConversationsHasReadAndMaxSeqReq { UserID = Key.UserId }, operationID, life));
        if (!read.IsOk)
            return read.Error;
        if (await SyncConversations(read.Value!.Seqs, isLogin, life) is { } error)
            return error;
        TellProgress(install, 10);
        if (_hasSynced)
            _ = SyncSelf(life);
        var seqs = await newest;
        if (!seqs.IsOk)
            return seqs.Error;
        if (!install)
            return await Pull(Missing(seqs.Value!.MaxSeqs, _hasSynced ? PullAfterGap : PullAfterLogin), life);
        TakePositions(seqs.Value!.MaxSeqs);
        return null;
    }

    /// <summary>The largest seqs; a few attempts, since without them nothing can be known to be missing.</summary>
    private async Task<Result<GetMaxSeqResp>> RequestNewest(CancellationToken life)
    {
        for (var attempt = 0; ; attempt++)
        {
            var answer = await RequestNow(
                (connection, operationID) => connection.GetNewestSeqAsync(
                    new GetMaxSeqReq { UserID = Key.UserId }, operationID, life));
            if (answer.IsOk || attempt == PausesBetweenAttempts.Length)
                return answer;
            if (_connection is null || life.IsCancellationRequested)
                return answer;
            await Task.Delay(PausesBetweenAttempts[attempt], Time, life).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private void TakePositions(MapField<string, long> maxSeqs)
    {
        var hasMessages = false;
        foreach (var (conversationID, maxSeq) in maxSeqs)
        {
            Advance(conversationID, maxSeq);
            hasMessages |= !GapRule.IsNotification(conversationID);
        }
        _positions.State.Installed = true;
        PositionsChanged();
        // SDKs tell the progress of each batch of latest messages, and then the end. Here the list comes in one
        // batch, if there is any.
        if (hasMessages)
            TellProgress(install: true, 100);
        TellProgress(install: true, 100);
    }

    /// <summary>
    /// What lies between the positions and <paramref name="maxSeqs"/>. Notifications of a conversation that is new
    /// here, such as a group that was joined, may reach far back; the latest are enough to show what has changed.
    /// </summary>
    private List<SeqRange> Missing(MapField<string, long> maxSeqs, int num)
    {
        var ranges = new List<SeqRange>();
        foreach (var (conversationID, maxSeq) in maxSeqs)
        {
            var handled = PositionOf(conversationID)
                ?? (GapRule.IsNotification(conversationID) ? Math.Max(0, maxSeq - NewNotifications) : 0);
            if (maxSeq > handled)
                ranges.Add(PullPlan.Range(conversationID, handled, maxSeq, num));
        }
        return ranges;
    }

    private void TellProgress(bool install, int percent)
    {
        if (install)
            Events.Raise("OnSyncServerProgress", percent, ContractsJsonContext.Relaxed.Int32);
    }

    private void EndFirstSync()
    {
        _firstSync?.TrySetResult();
        _firstSync = null;
    }

    /// <summary>
    /// One more look, once: quiet, or told again when what clients were told last is that it failed. Without a
    /// connection the next one syncs anyway.
    /// </summary>
    private void CheckLater(TimeSpan after) =>
        _lateCheck ??= this.RegisterGrainTimer(
            static (session, _) =>
            {
                session._lateCheck?.Dispose();
                session._lateCheck = null;
                if (session._connection is not null)
                    session.RequestSync(session._failedSyncs > 0 ? SyncKind.Connect : SyncKind.Quiet);
                return Task.CompletedTask;
            },
            this, after, Timeout.InfiniteTimeSpan);
}
