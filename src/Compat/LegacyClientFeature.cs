namespace OpenIM.SignalR.Compat;

/// <summary>
/// A connection has this feature when its client speaks a legacy dialect: it knows nothing of cursors and cannot ask for what
/// it missed.
/// </summary>
public sealed class LegacyClientFeature
{
    internal static LegacyClientFeature Instance { get; } = new();
}
