using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// The latest events of a session, oldest first, bounded in bytes. Offsets are consecutive and start at 1.
/// <code>
///   offsets   1 … 39   40  41  42  43          Next = 44
///             dropped  └──── kept ────┘
/// </code>
/// An event that is larger than the ring leaves it empty: continuity ends there. An empty ring holds no memory.
/// </summary>
internal sealed class EventRing(int capacityBytes)
{
    private Queue<KeptEvent>? _entries;

    /// <summary>The offset of the latest event; 0 before the first.</summary>
    public long Last { get; private set; }

    /// <summary>The bytes that the kept events count for.</summary>
    public int Bytes { get; private set; }

    /// <summary>Keeps an event and returns its offset.</summary>
    public long Add(string name, IReadOnlyList<RawJson> arguments)
    {
        var kept = new KeptEvent(name, arguments);
        _entries ??= new Queue<KeptEvent>();
        _entries.Enqueue(kept);
        Bytes += kept.Size;
        while (Bytes > capacityBytes)
            Bytes -= _entries.Dequeue().Size;
        if (_entries.Count == 0)
            _entries = null;
        return ++Last;
    }

    /// <summary>
    /// Lets an event go by, and with it what was kept: continuity ends there. Returns its offset.
    /// </summary>
    public long Skip()
    {
        Clear();
        return ++Last;
    }

    /// <summary>Forgets what was kept; what comes continues.</summary>
    public void Clear()
    {
        _entries = null;
        Bytes = 0;
    }

    /// <summary>Whether every event after <paramref name="offset"/> is still here.</summary>
    public bool Holds(long offset) => offset >= Last - (_entries?.Count ?? 0) && offset <= Last;

    /// <summary>The events after <paramref name="offset"/>, with their offsets.</summary>
    public IEnumerable<(long Offset, string Name, IReadOnlyList<RawJson> Arguments)> After(long offset)
    {
        if (_entries is null)
            yield break;
        var current = Last - _entries.Count;
        foreach (var entry in _entries)
            if (++current > offset)
                yield return (current, entry.Name, entry.Arguments);
    }
}
