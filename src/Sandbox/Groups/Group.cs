using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// One group and its members. Guarded by the <see cref="GroupStore"/> that owns it. What it hands out is never changed;
/// what is computed (the number of members, the owner, the order) is kept until the next change, because each message
/// to the group asks for it.
/// </summary>
/// <param name="row">The group without its member count and its owner, which come from the members.</param>
internal sealed class Group(GroupInfo row)
{
    // In the order of joining. A member's own nickname and faceURL only: the user's are filled in when he is shown.
    private readonly OrderedDictionary<string, GroupMemberFullInfo> _members = new(StringComparer.Ordinal);

    private GroupInfo? _info;
    private GroupMemberFullInfo[]? _ordered;
    private string[]? _memberIDs;

    /// <summary>The group as it is kept.</summary>
    public GroupInfo Row { get; private set; } = row;

    /// <summary>The group as it is shown.</summary>
    public GroupInfo Info
    {
        get
        {
            if (_info is null)
            {
                _info = Row.Clone();
                _info.MemberCount = (uint)_members.Count;
                _info.OwnerUserID = Members is [{ RoleLevel: GroupRole.Owner } owner, ..] ? owner.UserID : "";
            }
            return _info;
        }
    }

    /// <summary>By role, the highest first, then in the order of joining.</summary>
    public GroupMemberFullInfo[] Members =>
        _ordered ??= [.. _members.Values.OrderByDescending(member => member.RoleLevel)];

    public string[] MemberIDs => _memberIDs ??= Array.ConvertAll(Members, member => member.UserID);

    public GroupMemberFullInfo? FindMember(string userID) => _members.GetValueOrDefault(userID);

    public void ReplaceRow(GroupInfo changed)
    {
        Row = changed;
        _info = null;
    }

    /// <summary>Adds a member or puts another record in the place of his.</summary>
    public void PutMember(GroupMemberFullInfo member)
    {
        _members[member.UserID] = member;
        Recompute();
    }

    public bool RemoveMember(string userID)
    {
        if (!_members.Remove(userID))
            return false;
        Recompute();
        return true;
    }

    private void Recompute()
    {
        _info = null;
        _ordered = null;
        _memberIDs = null;
    }
}
