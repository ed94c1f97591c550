using System.Collections.Concurrent;

namespace OpenIM.SignalR.Sandbox;

/// <summary>All version lines, by kind and owner.</summary>
internal sealed class VersionLogs(TimeProvider time)
{
    private readonly ConcurrentDictionary<(VersionLine Line, string Owner), VersionLog> _logs = new();

    /// <summary>The line of a user (or, of <see cref="VersionLine.GroupMembers"/>, of a group).</summary>
    public VersionLog Of(VersionLine line, string owner) =>
        _logs.GetOrAdd((line, owner), static (_, time) => new VersionLog(time), time);
}
