using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    public Task<IReadOnlyList<LocalGroupMember>> GetGroupMemberList(
        string groupID, int filter, int offset, int count) =>
        Answer(Session.GetGroupMemberList(groupID, filter, offset, count, Aborted));

    public Task<IReadOnlyList<LocalGroupMember>> GetGroupMemberOwnerAndAdmin(string groupID) =>
        Answer(Session.GetGroupMemberOwnerAndAdmin(groupID, Aborted));

    public Task<IReadOnlyList<LocalGroupMember>> GetGroupMemberListByJoinTimeFilter(
        string groupID, int offset, int count, long joinTimeBegin, long joinTimeEnd,
        IReadOnlyList<string>? filterUserIDs) =>
        Answer(Session.GetGroupMemberListByJoinTimeFilter(
            groupID, offset, count, joinTimeBegin, joinTimeEnd, filterUserIDs ?? [], Aborted));

    public Task<IReadOnlyList<LocalGroupMember>> GetSpecifiedGroupMembersInfo(
        string groupID, IReadOnlyList<string>? userIDs) =>
        Answer(Session.GetSpecifiedGroupMembersInfo(groupID, userIDs ?? [], Aborted));

    public Task<IReadOnlyList<LocalGroupMember>> SearchGroupMembers(SearchGroupMembersParam param) =>
        Answer(Session.SearchGroupMembers(param, Aborted));

    public Task<IReadOnlyList<string>> GetUsersInGroup(string groupID, IReadOnlyList<string>? userIDs) =>
        Answer(Session.GetUsersInGroup(groupID, userIDs ?? [], Aborted));

    public Task InviteUserToGroup(string groupID, string reason, IReadOnlyList<string>? userIDs) =>
        Answer(Session.InviteUserToGroup(groupID, reason, userIDs ?? [], Aborted));

    public Task KickGroupMember(string groupID, string reason, IReadOnlyList<string>? userIDs) =>
        Answer(Session.KickGroupMember(groupID, reason, userIDs ?? [], Aborted));

    public Task SetGroupMemberInfo(SetGroupMemberInfo info) => Answer(Session.SetGroupMemberInfo(info, Aborted));

    public Task SetGroupMemberNickname(string groupID, string userID, string groupMemberNickname) =>
        SetGroupMemberInfo(new() { GroupID = groupID, UserID = userID, Nickname = groupMemberNickname });

    public Task SetGroupMemberRoleLevel(string groupID, string userID, int roleLevel) =>
        SetGroupMemberInfo(new() { GroupID = groupID, UserID = userID, RoleLevel = roleLevel });

    public Task ChangeGroupMemberMute(string groupID, string userID, int mutedSeconds) =>
        Answer(Session.ChangeGroupMemberMute(groupID, userID, mutedSeconds, Aborted));
}
