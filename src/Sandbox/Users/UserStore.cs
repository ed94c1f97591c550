using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The registered users. Records that were handed out are never changed: an update puts a new one in place.
/// </summary>
internal sealed class UserStore
{
    private static readonly RecordTable<UserInfo> Table = RecordTable.OfMessages<UserInfo>("users");

    private readonly Lock _lock = new();
    private readonly IRecordStore _records;
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<UserInfo> _users = [];

    public UserStore(IRecordStore records)
    {
        _records = records;
        foreach (var (_, user) in records.Load(Table))
            Add(user);
    }

    public UserInfo? Find(string userID)
    {
        lock (_lock)
            return _positions.TryGetValue(userID, out var position) ? _users[position] : null;
    }

    /// <summary>Adds all or, if one of them exists, none.</summary>
    public bool TryAdd(params IReadOnlyCollection<UserInfo> users)
    {
        lock (_lock)
        {
            if (users.Any(user => _positions.ContainsKey(user.UserID)))
                return false;
            foreach (var user in users)
            {
                Add(user);
                _records.Put(Table, user.UserID, user);
            }
            return true;
        }
    }

    /// <summary>Changes a copy of the record and puts it in place; null when there is no such user.</summary>
    public (UserInfo Before, UserInfo After)? Update(string userID, Action<UserInfo> change)
    {
        lock (_lock)
        {
            if (!_positions.TryGetValue(userID, out var position))
                return null;
            var before = _users[position];
            var after = before.Clone();
            change(after);
            _users[position] = after;
            _records.Put(Table, userID, after);
            return (before, after);
        }
    }

    /// <summary>The users that match, in the order of their registration.</summary>
    public IReadOnlyList<UserInfo> Where(Predicate<UserInfo> matches)
    {
        lock (_lock)
            return _users.FindAll(matches);
    }

    private void Add(UserInfo user)
    {
        _positions.Add(user.UserID, _users.Count);
        _users.Add(user);
    }
}
