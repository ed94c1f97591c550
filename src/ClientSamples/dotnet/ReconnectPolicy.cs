using Microsoft.AspNetCore.SignalR.Client;

namespace OpenIM.SignalR.ChatSample;

/// <summary>
/// Doubles the wait from half a second to 15 s and never gives up. Each wait is a random part of that, so that the clients of a
/// gateway that restarts do not all come back in the same moment.
/// </summary>
internal sealed class ReconnectPolicy : IRetryPolicy
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public TimeSpan? NextRetryDelay(RetryContext retryContext) => Delay(retryContext.PreviousRetryCount);

    /// <summary>How long to wait before the next attempt, counted from 0.</summary>
    public static TimeSpan Delay(long attempt)
    {
        var most = Shortest * Math.Pow(2, Math.Min(attempt, 10));
        return (most < Longest ? most : Longest) * (0.5 + 0.5 * Random.Shared.NextDouble());
    }
}
