namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Faults on purpose, for tests of what stands before the server; none by default. Rates are shares from 0 (never) to 1
/// (always), drawn with <see cref="FaultSeed"/>: the same questions in the same order meet the same faults.
/// </summary>
public sealed record FaultOptions
{
    private static readonly TimeSpan MaxLatency = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How much later every REST answer, every handshake and every frame of the gateway comes. Frames keep their order,
    /// and those that are on their way together are late together, as on a slow network.
    /// </summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Up to so much is added to <see cref="Latency"/>, anew for each answer.</summary>
    public TimeSpan LatencyJitter { get; init; }

    /// <summary>
    /// The share of requests and handshakes that are refused with <see cref="RefusalCode"/> and not carried out.
    /// </summary>
    public double RefusalRate { get; init; }

    /// <summary>The error code of refusals, such as 500 (ServerInternalError) or 1001 (ArgsError).</summary>
    public int RefusalCode { get; init; } = 500;

    /// <summary>
    /// The share of REST requests and handshakes that get HTTP 503 without an envelope, as from a proxy whose server is
    /// gone.
    /// </summary>
    public double UnavailableRate { get; init; }

    /// <summary>
    /// The share of requests, handshakes and pushes in whose place the connection is cut. Nothing is carried out.
    /// </summary>
    public double DisconnectRate { get; init; }

    /// <summary>
    /// The share of requests that are carried out but never answered: on REST the connection is cut instead, on the
    /// gateway it stays open.
    /// </summary>
    public double LostAnswerRate { get; init; }

    /// <summary>
    /// The share of pushes that get lost, counted for each connection. What was stored can still be pulled.
    /// </summary>
    public double DropRate { get; init; }

    /// <summary>
    /// What <see cref="RefusalRate"/>, <see cref="UnavailableRate"/>, <see cref="DisconnectRate"/> and
    /// <see cref="LostAnswerRate"/> are for, separated by commas: beginnings of REST paths ("/friend"), requests of the
    /// gateway ("1003"), "2001" for pushes, "handshake". Empty: all that users' clients do; requests of the
    /// administrator and those without a token, by which accounts are set up, only meet faults when they are named.
    /// </summary>
    public string FaultTargets { get; init; } = "";

    /// <summary>Another number, other faults.</summary>
    public int FaultSeed { get; init; } = 1;

    /// <summary>What is wrong, each with the name of the option.</summary>
    public IEnumerable<(string Option, string Problem)> Validate()
    {
        if (Latency < TimeSpan.Zero || Latency > MaxLatency)
            yield return (nameof(Latency), "must be a time up to a minute, such as 00:00:00.050");
        if (LatencyJitter < TimeSpan.Zero || LatencyJitter > MaxLatency)
            yield return (nameof(LatencyJitter), "must be a time up to a minute, such as 00:00:00.050");
        foreach (var (name, rate) in new[]
        {
            (nameof(RefusalRate), RefusalRate), (nameof(UnavailableRate), UnavailableRate),
            (nameof(DisconnectRate), DisconnectRate), (nameof(LostAnswerRate), LostAnswerRate),
            (nameof(DropRate), DropRate),
        })
            if (rate is not (>= 0 and <= 1))
                yield return (name, "must be a share from 0 to 1");
        if (RefusalCode < 1)
            yield return (nameof(RefusalCode), "must be an error code, such as 500 or 1001");
        if (Sandbox.FaultTargets.FindUnknown(FaultTargets) is { } unknown)
            yield return (
                nameof(FaultTargets),
                $"names '{unknown}', which is no REST path (/friend), no request (1003) and not handshake");
    }
}
