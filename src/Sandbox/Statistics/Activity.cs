using System.Runtime.InteropServices;

namespace OpenIM.SignalR.Sandbox;

/// <summary>How much was written in a range of time: in all, by day, and by whoever or whatever is counted.</summary>
internal sealed class Activity
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    public long Messages { get; private set; }

    public Dictionary<string, long> Days { get; } = new(StringComparer.Ordinal);

    /// <summary>How many different ones wrote or were written to.</summary>
    public int Count => _counts.Count;

    public void Add(string id, long sendTime)
    {
        Messages++;
        Sandbox.Days.Count(Days, sendTime);
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, id, out _)++;
    }

    /// <summary>The most active first, or last.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Ranked(bool ascending)
    {
        var byID = _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal);
        return [.. ascending ? byID.OrderBy(pair => pair.Value) : byID.OrderByDescending(pair => pair.Value)];
    }
}
