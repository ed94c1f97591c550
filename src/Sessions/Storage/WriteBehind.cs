namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Writes a grain's state after changes: at most once in a while, and at the end. Its methods are called in the grain's
/// turns. A write that fails is tried again as long as the session lives; the session goes on meanwhile.
/// </summary>
internal sealed class WriteBehind(
    Grain grain, Func<CancellationToken, Task> write, TimeSpan delay, TimeProvider time, Func<Exception, bool> onFailure)
{
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(10);

    private bool _changed;
    private IGrainTimer? _writing;

    /// <summary>What is written has changed.</summary>
    public void Changed()
    {
        _changed = true;
        _writing ??= grain.RegisterGrainTimer(
            static (state, _) => state.Write(), this, delay, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Writes now, if anything has changed.</summary>
    public async Task Write()
    {
        _writing?.Dispose();
        _writing = null;
        if (!_changed)
            return;
        _changed = false;
        // Not the timer's token: that one is canceled with the timer.
        using var limit = new CancellationTokenSource(WriteLimit, time);
        try
        {
            await write(limit.Token);
        }
#pragma warning disable CA1031 // What a storage provider throws is not known here; a session goes on without it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            if (onFailure(error))
                Changed();
        }
    }
}
