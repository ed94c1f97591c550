using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIM.SignalR.Contracts;
using Orleans.Concurrency;
using Orleans.Placement;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// The OpenIM session of one user on one platform. The files of this class are the feature folders; what does not need the
/// grain (rings, tables, rules) sits in classes of its own beside them.
/// <para>
/// Requests interleave at every await (<see cref="ReentrantAttribute"/>), never between awaits: state that was read before an
/// await may have changed after it. Everything runs on the grain's scheduler.
/// </para>
/// </summary>
[Reentrant]
[PreferLocalPlacement]
internal sealed partial class SessionGrain : Grain, ISessionGrain
{
    private readonly SessionOptions options;
    private readonly ILogger logger;

    /// <summary>Creates the activation. Nothing is asked upstream before Login.</summary>
    public SessionGrain(
        IGrainContext context,
        IOptions<SessionOptions> options,
        ISessionEventSink sink,
        TimeProvider time,
        ILogger<SessionGrain> logger)
    {
        Key = SessionKey.Parse(context.GrainId.Key.ToString()!);
        Time = time;
        this.options = options.Value;
        this.logger = logger;
        Events = new SessionEventLog(Key.ToString(), sink, this.options.EventRingBytes);
    }

    /// <summary>Whose session this is.</summary>
    private SessionKey Key { get; }

    /// <summary>The clock. Tests turn it.</summary>
    private TimeProvider Time { get; }

    /// <summary>The way to tell clients something.</summary>
    private SessionEventLog Events { get; }
}
