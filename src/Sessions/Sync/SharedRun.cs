using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// A piece of work that reads what is new, one run after another. Who asks while a run is under way may have heard of
/// something that it does not see any more; all of them share the run after it.
/// </summary>
/// <param name="work">One run. It never throws while the session lives.</param>
internal sealed class SharedRun(Func<CancellationToken, Task<OpenImError?>> work)
{
    private Task<OpenImError?>? _running;
    private Task<OpenImError?>? _next;

    /// <summary>The outcome of a run that begins now or later.</summary>
    public Task<OpenImError?> Request(CancellationToken life)
    {
        if (_running is null or { IsCompleted: true })
            return _running = work(life);
        return _next ??= RunAfter(_running, life);
    }

    /// <summary>The session ended: the next one waits for nothing that this one began.</summary>
    public void Forget() => _running = _next = null;

    private async Task<OpenImError?> RunAfter(Task running, CancellationToken life)
    {
        await running.ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (life.IsCancellationRequested)
            return Errors.DeadlineExceeded;
        (_running, _next) = (_next, null);
        return await work(life);
    }
}
