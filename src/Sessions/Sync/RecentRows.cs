using System.Diagnostics.CodeAnalysis;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// The rows of a list that clients were told of last, so that the end of one can be told with what it was, and nothing
/// is told twice. Bounded; the list itself is the server's.
/// </summary>
internal sealed class RecentRows<T>(int capacity)
    where T : class
{
    private OrderedDictionary<string, T?>? _rows;

    /// <summary>
    /// Whether anything is known of <paramref name="id"/>: its row, or null for one that is known not to be there.
    /// </summary>
    public bool IsKnown(string id, out T? row)
    {
        row = null;
        return _rows is not null && _rows.TryGetValue(id, out row);
    }

    /// <summary>The row, when it is known and there.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out T? row) => IsKnown(id, out row) && row is not null;

    /// <summary>Null: it is known not to be there. What was set longest ago is forgotten.</summary>
    public void Set(string id, T? row)
    {
        _rows ??= new OrderedDictionary<string, T?>(StringComparer.Ordinal);
        _rows.Remove(id);
        _rows.Add(id, row);
        if (_rows.Count > capacity)
            _rows.RemoveAt(0);
    }

    /// <summary>Forgets all others.</summary>
    public void Retain(Func<string, bool> isKept)
    {
        if (_rows is null)
            return;
        for (var i = _rows.Count - 1; i >= 0; i--)
            if (!isKept(_rows.GetAt(i).Key))
                _rows.RemoveAt(i);
    }

    public void Clear() => _rows = null;
}
