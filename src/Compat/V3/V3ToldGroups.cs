using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

/// <summary>
/// What a v3 client knows of its groups and does to them, so that it is told of their end as the v3.5 SDK did: who
/// leaves a group himself gets its last number of members, who is put out of it 0, and a group that somebody else has
/// dismissed is told by <c>OnGroupDismissed</c> alone.
/// </summary>
internal sealed class V3ToldGroups
{
    private const int Most = 256;

    private readonly Lock _lock = new();
    private Dictionary<string, int>? _memberCounts;
    private Dictionary<string, string>? _leaving;
    private HashSet<string>? _dismissed;
    private HashSet<string>? _created;
    private int _creations;

    /// <summary>The client creates a group.</summary>
    public void BeginCreation()
    {
        lock (_lock)
            _creations++;
    }

    /// <summary>Its CreateGroup has been answered, with that group.</summary>
    public void EndCreation(string? groupId)
    {
        lock (_lock)
        {
            _creations--;
            if (groupId is null)
                return;
            if (_created is { Count: >= Most })
                _created.Clear();
            (_created ??= new(StringComparer.Ordinal)).Add(groupId);
        }
    }

    /// <summary>Whether the client makes that group, which it has just come into: nobody knows it yet.</summary>
    public bool IsNew(string groupId)
    {
        lock (_lock)
            return _created?.Remove(groupId) == true || _creations > 0;
    }

    /// <summary>The client quits or dismisses a group with the call of that key.</summary>
    public void Leave(string key, string groupId)
    {
        lock (_lock)
        {
            if (_leaving is { Count: >= Most })
                _leaving.Clear();
            (_leaving ??= new(StringComparer.Ordinal))[key] = groupId;
        }
    }

    /// <summary>That call has failed.</summary>
    public void Stay(string key)
    {
        lock (_lock)
            _leaving?.Remove(key);
    }

    /// <summary>The client is told, or has asked, how many members a group has.</summary>
    public void Note(string groupId, int memberCount)
    {
        lock (_lock)
        {
            if (_memberCounts is { Count: >= Most })
                _memberCounts.Clear();
            (_memberCounts ??= new(StringComparer.Ordinal))[groupId] = memberCount;
        }
    }

    /// <summary>A group is no more.</summary>
    public void Dismiss(string groupId)
    {
        lock (_lock)
        {
            if (_dismissed is { Count: >= Most })
                _dismissed.Clear();
            (_dismissed ??= new(StringComparer.Ordinal)).Add(groupId);
        }
    }

    /// <summary>The client is in a group no longer.</summary>
    /// <returns>The group as it is to be told, or null.</returns>
    public LocalGroup? Delete(LocalGroup group)
    {
        lock (_lock)
        {
            var count = 0;
            _memberCounts?.Remove(group.GroupID, out count);
            var wasDismissed = _dismissed?.Remove(group.GroupID) == true;
            if (_leaving?.FirstOrDefault(call => call.Value == group.GroupID).Key is { } key)
            {
                _leaving.Remove(key);
                return group with { MemberCount = count };
            }

            return wasDismissed ? null : group;
        }
    }
}
