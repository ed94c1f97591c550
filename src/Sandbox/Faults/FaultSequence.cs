namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Draws whether a fault happens, and how much of it; the same seed gives the same in the same order.
/// </summary>
/// <param name="rate">How often it happens, from 0 to 1.</param>
/// <param name="seed">The number that the draws rest on.</param>
internal sealed class FaultSequence(double rate, int seed)
{
    private readonly Lock _lock = new();

    // Not for secrets: what matters is that a test can have the same faults again.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);

    public bool Next() => rate is 1 || (rate > 0 && NextShare() < rate);

    /// <summary>From 0 to 1.</summary>
    public double NextShare()
    {
        lock (_lock)
            return _random.NextDouble();
    }
#pragma warning restore CA5394
}
