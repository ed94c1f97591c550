using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The faults that are in force: for each event of the server, which of them it meets.</summary>
internal sealed class FaultPlan(FaultOptions options, TimeProvider time)
{
    // A sequence of its own for each kind: switching one on leaves the others as they were.
    private readonly FaultSequence _disconnects = new(options.DisconnectRate, options.FaultSeed);
    private readonly FaultSequence _unavailable = new(options.UnavailableRate, options.FaultSeed + 1);
    private readonly FaultSequence _refusals = new(options.RefusalRate, options.FaultSeed + 2);
    private readonly FaultSequence _lostAnswers = new(options.LostAnswerRate, options.FaultSeed + 3);
    private readonly FaultSequence _lostPushes = new(options.DropRate, options.FaultSeed + 4);
    private readonly FaultSequence _jitter = new(rate: 1, options.FaultSeed + 5);
    private readonly FaultTargets _targets = new(options.FaultTargets);

    public bool HasLatency { get; } = options.Latency > TimeSpan.Zero || options.LatencyJitter > TimeSpan.Zero;

    /// <summary>What a refused request is answered with.</summary>
    public ServerError Refusal { get; } = ServerErrors.OfCode(options.RefusalCode, "refused by a fault of the sandbox");

    /// <summary>How late the next answer is.</summary>
    public TimeSpan Delay() => options.LatencyJitter == TimeSpan.Zero
        ? options.Latency
        : options.Latency + (options.LatencyJitter * _jitter.NextShare());

    /// <summary>When the next frame may go out, as a timestamp of the server's clock.</summary>
    public long DueTime() => time.GetTimestamp() + (long)(Delay().TotalSeconds * time.TimestampFrequency);

    public Fault OfRest(string path, bool isUsers) =>
        !_targets.Includes(path, isUsers) ? Fault.None
        : _disconnects.Next() ? Fault.Disconnect
        : _unavailable.Next() ? Fault.Unavailable
        : _refusals.Next() ? Fault.Refusal
        : _lostAnswers.Next() ? Fault.Loss
        : Fault.None;

    public Fault OfHandshake() =>
        !_targets.IncludesHandshake ? Fault.None
        : _disconnects.Next() ? Fault.Disconnect
        : _unavailable.Next() ? Fault.Unavailable
        : _refusals.Next() ? Fault.Refusal
        : Fault.None;

    public Fault OfRequest(int reqIdentifier) =>
        !_targets.Includes(reqIdentifier) ? Fault.None
        : _disconnects.Next() ? Fault.Disconnect
        : _refusals.Next() ? Fault.Refusal
        : _lostAnswers.Next() ? Fault.Loss
        : Fault.None;

    public Fault OfPush() =>
        _targets.Includes(GatewayRequest.PushMsg) && _disconnects.Next() ? Fault.Disconnect
        : _lostPushes.Next() ? Fault.Loss
        : Fault.None;
}
