using System.Collections.Concurrent;

namespace OpenIM.SignalR.Sandbox;

/// <summary>All version lines, by kind and owner.</summary>
internal sealed class VersionLogs
{
    private readonly ConcurrentDictionary<(VersionLine Line, string Owner), VersionLog> _logs = new();
    private readonly VersionRecords _records;
    private readonly TimeProvider _time;

    public VersionLogs(IRecordStore records, TimeProvider time)
    {
        _records = new VersionRecords(records);
        _time = time;
        foreach (var (line, owner, stamp) in _records.Stamps())
            Of(line, owner).Restore(stamp);
        foreach (var (line, owner, entry) in _records.Entries())
            Of(line, owner).Restore(entry);
    }

    /// <summary>The line of a user (or, of <see cref="VersionLine.GroupMembers"/>, of a group).</summary>
    public VersionLog Of(VersionLine line, string owner) =>
        _logs.GetOrAdd(
            (line, owner),
            static (key, logs) => new VersionLog(key.Line, key.Owner, logs._records, logs._time),
            this);
}
