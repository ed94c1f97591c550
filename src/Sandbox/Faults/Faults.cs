namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The switch for faults on purpose. Without faults there is no <see cref="Plan"/>, and whoever asks for it has nothing
/// more to do.
/// </summary>
internal sealed class Faults
{
    private static readonly FaultOptions None = new();

    private readonly TimeProvider _time;
    private volatile FaultPlan? _plan;

    public Faults(SandboxOptions options, TimeProvider time)
    {
        _time = time;
        Set(options.Faults);
    }

    /// <summary>The faults in force; null when there are none.</summary>
    public FaultPlan? Plan => _plan;

    /// <summary>Puts other faults in force, their draws from the beginning.</summary>
    public void Set(FaultOptions options) =>
        _plan = options with { RefusalCode = None.RefusalCode, FaultTargets = "", FaultSeed = None.FaultSeed } == None
            ? null
            : new FaultPlan(options, _time);
}
