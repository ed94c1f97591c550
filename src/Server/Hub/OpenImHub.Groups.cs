using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    public Task<IReadOnlyList<LocalGroup>> GetJoinedGroupList() => Answer(Session.GetJoinedGroupList(Aborted));

    public Task<IReadOnlyList<LocalGroup>> GetJoinedGroupListPage(int offset, int count) =>
        Answer(Session.GetJoinedGroupListPage(offset, count, Aborted));

    public Task<IReadOnlyList<LocalGroup>> GetSpecifiedGroupsInfo(IReadOnlyList<string> groupIDs) =>
        Answer(Session.GetSpecifiedGroupsInfo(groupIDs, Aborted));

    public Task<IReadOnlyList<LocalGroup>> SearchGroups(SearchGroupsParam param) =>
        Answer(Session.SearchGroups(param, Aborted));

    public Task<bool> IsJoinGroup(string groupID) => Answer(Session.IsJoinGroup(groupID, Aborted));

    public Task<bool> CheckLocalGroupFullSync() => Answer(Session.CheckGroupsFullSync(Aborted));

    /// <summary>The members of a group are all there as soon as one is among them.</summary>
    public Task<bool> CheckGroupMemberFullSync(string groupID) => IsJoinGroup(groupID);

    public Task<GroupInfo> CreateGroup(CreateGroupReq req) => Answer(Session.CreateGroup(req, Aborted));

    public Task JoinGroup(string groupID, string reqMsg, int joinSource, string ex) =>
        Answer(Session.JoinGroup(groupID, reqMsg, joinSource, ex, Aborted));

    public Task QuitGroup(string groupID) => Answer(Session.QuitGroup(groupID, Aborted));

    public Task DismissGroup(string groupID) => Answer(Session.DismissGroup(groupID, Aborted));

    public Task SetGroupInfo(SetGroupInfoExReq info) => Answer(Session.SetGroupInfo(info, Aborted));

    public Task SetGroupVerification(string groupID, int verification) =>
        SetGroupInfo(new() { GroupID = groupID, NeedVerification = verification });

    public Task SetGroupApplyMemberFriend(string groupID, int rule) =>
        SetGroupInfo(new() { GroupID = groupID, ApplyMemberFriend = rule });

    public Task SetGroupLookMemberInfo(string groupID, int rule) =>
        SetGroupInfo(new() { GroupID = groupID, LookMemberInfo = rule });

    public Task ChangeGroupMute(string groupID, bool isMute) =>
        Answer(Session.ChangeGroupMute(groupID, isMute, Aborted));

    public Task TransferGroupOwner(string groupID, string newOwnerUserID) =>
        Answer(Session.TransferGroupOwner(groupID, newOwnerUserID, Aborted));
}
