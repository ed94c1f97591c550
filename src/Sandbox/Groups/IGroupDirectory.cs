using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>What messages need to know of groups.</summary>
internal interface IGroupDirectory
{
    GroupInfo? Find(string groupID);

    GroupMemberFullInfo? FindMember(string groupID, string userID);

    IReadOnlyCollection<string> MemberIDs(string groupID);
}
