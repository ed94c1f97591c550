namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The users of a conversation. Nearly all conversations have two, for whom a search through an array is faster than a
/// dictionary and a tenth of its size; the dictionary comes with the ninth.
/// </summary>
internal sealed class UserSeqs
{
    private const int SearchedUsers = 8;

    private UserSeq[] _few = [];
    private Dictionary<string, UserSeq>? _many;

    public UserSeq? Find(string userID)
    {
        if (_many is not null)
            return _many.GetValueOrDefault(userID);
        foreach (var user in _few)
            if (user.UserID == userID)
                return user;
        return null;
    }

    /// <summary>The user's entry, made when there is none.</summary>
    public UserSeq Of(string userID)
    {
        if (Find(userID) is { } known)
            return known;
        var user = new UserSeq(userID);
        if (_many is null && _few.Length < SearchedUsers)
        {
            _few = [.. _few, user];
        }
        else
        {
            _many ??= _few.ToDictionary(few => few.UserID, StringComparer.Ordinal);
            _many.Add(userID, user);
        }
        return user;
    }
}
