using System.Security.Cryptography;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The version line of one list (a user's conversations, friends or joined groups, or a group's members), from which
/// clients fetch what changed since they last asked. It comes into being with version 1, at its first change or its
/// first reading, whichever is first; every later change adds 1. Only the latest entry of an element is kept. Safe for
/// concurrent use.
/// </summary>
internal sealed class VersionLog(VersionLine line, string owner, VersionRecords records, TimeProvider time)
{
    /// <summary>A client that missed more entries than this reads the whole list instead.</summary>
    public const int Limit = 200;

    // The element that marks a change of the list's order; clients never see it. The name is the real server's.
    private const string OrderElement = "____S_O_R_T_I_D____";

    private readonly Lock _lock = new();

    // Ordered by version. One more than the limit is kept: that is enough to know that a client has missed too many.
    private readonly List<VersionEntry> _entries = [];
    private string _id = "";
    private ulong _version;

    /// <summary>The line's id (24 hex digits) and version.</summary>
    public VersionStamp Current
    {
        get
        {
            lock (_lock)
                return Begin();
        }
    }

    /// <summary>
    /// Writes down one change of one or several elements, under one new version, which also changes the list's order.
    /// </summary>
    public VersionStamp RecordWithOrder(ElementChange change, params ReadOnlySpan<string> elements) =>
        Record(change, [.. elements, OrderElement]);

    /// <summary>Writes down one change of one or several elements, under one new version.</summary>
    public VersionStamp Record(ElementChange change, params ReadOnlySpan<string> elements)
    {
        lock (_lock)
        {
            if (_id.Length == 0)
                Begin();
            else
                _version++;
            var stamp = new VersionStamp(_id, _version);
            records.Put(line, owner, stamp);
            foreach (var element in elements)
            {
                Forget(_entries.FindLastIndex(entry => entry.Element == element));
                var entry = new VersionEntry(element, change, _version);
                _entries.Add(entry);
                records.Put(line, owner, entry);
            }
            while (_entries.Count > Limit + 1)
                Forget(0);
            return stamp;
        }
    }

    /// <summary>What changed after the version that a client has; everything, when that cannot be told.</summary>
    public VersionChanges Since(string id, ulong version)
    {
        lock (_lock)
        {
            var current = Begin();
            if (version == 0 || id != current.ID || version > current.Version)
                return VersionChanges.Everything(current);
            var changed = _entries.Where(entry => entry.Version > version).ToList();
            return changed.Count > Limit ? VersionChanges.Everything(current) : new VersionChanges(current, Full: false)
            {
                Deleted = Elements(ElementChange.Delete),
                Inserted = Elements(ElementChange.Insert),
                Updated = Elements(ElementChange.Update),
                OrderVersion = changed.Find(entry => entry.Element == OrderElement).Version,
            };

            List<string> Elements(ElementChange change) =>
                [
                    .. changed.Where(entry => entry.Change == change && entry.Element != OrderElement)
                        .Select(entry => entry.Element),
                ];
        }
    }

    /// <summary>Puts the line where it was; before it is used.</summary>
    public void Restore(VersionStamp stamp) => (_id, _version) = (stamp.ID, stamp.Version);

    /// <summary>Adds an entry that is newer than those before it; before the line is used.</summary>
    public void Restore(VersionEntry entry) => _entries.Add(entry);

    private void Forget(int index)
    {
        if (index < 0)
            return;
        records.Delete(line, owner, _entries[index].Element);
        _entries.RemoveAt(index);
    }

    private VersionStamp Begin()
    {
        if (_id.Length == 0)
        {
            _id = NewID();
            _version = 1;
            records.Put(line, owner, new VersionStamp(_id, _version));
        }
        return new VersionStamp(_id, _version);
    }

    // An ObjectID as the real server's database makes them: four bytes of seconds, eight that are its own.
    private string NewID() =>
        $"{(uint)time.GetUtcNow().ToUnixTimeSeconds():x8}{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
}
