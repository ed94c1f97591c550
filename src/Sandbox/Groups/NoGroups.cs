using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>A server on which nobody has made a group.</summary>
internal sealed class NoGroups : IGroupDirectory
{
    public GroupInfo? Find(string groupID) => null;

    public GroupMemberFullInfo? FindMember(string groupID, string userID) => null;

    public IReadOnlyCollection<string> MemberIDs(string groupID) => [];
}
