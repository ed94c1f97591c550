using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

internal sealed class GroupsInMemory : IGroupDirectory
{
    private readonly Dictionary<string, (GroupInfo Group, List<GroupMemberFullInfo> Members)> _groups = [];

    public void Add(GroupInfo group, params List<GroupMemberFullInfo> members) =>
        _groups[group.GroupID] = (group, members);

    public GroupInfo? Find(string groupID) => _groups.GetValueOrDefault(groupID).Group;

    public GroupMemberFullInfo? FindMember(string groupID, string userID) =>
        _groups.GetValueOrDefault(groupID).Members?.Find(member => member.UserID == userID);

    public IReadOnlyCollection<string> MemberIDs(string groupID) =>
        [.. (_groups.GetValueOrDefault(groupID).Members ?? []).Select(member => member.UserID)];
}
