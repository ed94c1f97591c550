namespace OpenIM.SignalR.Upstream;

/// <summary>
/// How long to wait before the next attempt to connect: first anything up to 2 s, then 1, 2, 4, 8, 16 s and from 1 s
/// again, as OpenIM's SDKs do, each a quarter shorter or longer by chance. A server that restarts loses all sessions in
/// the same moment; they must not all come back in the same moment.
/// </summary>
public sealed class ReconnectBackoff(TimeProvider time)
{
    private const int Steps = 5;
    private const int First = -1;
    private static readonly TimeSpan FirstWithin = TimeSpan.FromSeconds(2);
    private int _step = First;

    /// <summary>Waits, longer than the last time.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Next(), time, cancellationToken);

    /// <summary>An attempt has succeeded: the next wait is the first one again.</summary>
    public void Reset() => _step = First;

    internal TimeSpan Next()
    {
#pragma warning disable CA5394 // Spreads load; it keeps no secret.
        var chance = Random.Shared.NextDouble();
#pragma warning restore CA5394
        var wait = _step == First ? FirstWithin * chance : TimeSpan.FromSeconds(1 << _step) * (0.75 + chance / 2);
        _step = (_step + 1) % Steps;
        return wait;
    }
}
