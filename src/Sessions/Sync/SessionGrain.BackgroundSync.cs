using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    /// <summary>
    /// A run of a list's sync, for <see cref="SharedRun"/>: nobody may wait for it, so that whatever goes wrong is
    /// logged here, and the next run tries again.
    /// </summary>
    private async Task<OpenImError?> TrySync(
        Func<CancellationToken, Task<OpenImError?>> run, CancellationToken life)
    {
        try
        {
            return await run(life);
        }
        catch (OperationCanceledException) when (life.IsCancellationRequested)
        {
            return Errors.DeadlineExceeded;
        }
#pragma warning disable CA1031 // Whatever it is: the session goes on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogIntakeFailed(Key, error);
            return Errors.Internal;
        }
    }
}
