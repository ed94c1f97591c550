using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    public Task<IReadOnlyList<LocalGroup>> GetJoinedGroupList() => Answer(Session.GetJoinedGroupList(Aborted));

    public Task<IReadOnlyList<LocalGroup>> GetSpecifiedGroupsInfo(IReadOnlyList<string> groupIDs) =>
        Answer(Session.GetSpecifiedGroupsInfo(groupIDs, Aborted));

    public Task<IReadOnlyList<LocalGroupRequest>> GetGroupApplicationListAsRecipient(
        GetGroupApplicationListAsRecipientReq req) => Answer(Session.GetGroupApplicationListAsRecipient(req, Aborted));

    public Task<IReadOnlyList<LocalGroupRequest>> GetGroupApplicationListAsApplicant(
        GetGroupApplicationListAsApplicantReq req) => Answer(Session.GetGroupApplicationListAsApplicant(req, Aborted));
}
