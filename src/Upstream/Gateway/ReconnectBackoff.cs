namespace OpenIM.SignalR.Upstream;

/// <summary>
/// How long to wait before the next attempt to connect: 1, 2, 4, 8, 16 s and from the start again, as OpenIM's SDKs do,
/// each a quarter shorter or longer by chance, so that the sessions of a process do not all come back in the same
/// moment.
/// </summary>
public sealed class ReconnectBackoff(TimeProvider time)
{
    private const int Steps = 5;
    private int _step;

    /// <summary>Waits, longer than the last time.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Next(), time, cancellationToken);

    /// <summary>An attempt has succeeded: the next wait is a short one.</summary>
    public void Reset() => _step = 0;

    internal TimeSpan Next()
    {
        var wait = TimeSpan.FromSeconds(1 << _step);
        _step = (_step + 1) % Steps;
#pragma warning disable CA5394 // Spreads load; it keeps no secret.
        return wait * (0.75 + Random.Shared.NextDouble() / 2);
#pragma warning restore CA5394
    }
}
