using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    public Task<IReadOnlyList<LocalGroupRequest>> GetGroupApplicationListAsRecipient(
        GetGroupApplicationListAsRecipientReq req) => Answer(Session.GetGroupApplicationListAsRecipient(req, Aborted));

    public Task<IReadOnlyList<LocalGroupRequest>> GetGroupApplicationListAsApplicant(
        GetGroupApplicationListAsApplicantReq req) => Answer(Session.GetGroupApplicationListAsApplicant(req, Aborted));

    public Task<int> GetGroupApplicationUnhandledCount(GetGroupApplicationUnhandledCountReq req) =>
        Answer(Session.GetGroupApplicationUnhandledCount(req, Aborted));

    public Task AcceptGroupApplication(string groupID, string fromUserID, string handleMsg) =>
        Answer(Session.AcceptGroupApplication(groupID, fromUserID, handleMsg, Aborted));

    public Task RefuseGroupApplication(string groupID, string fromUserID, string handleMsg) =>
        Answer(Session.RefuseGroupApplication(groupID, fromUserID, handleMsg, Aborted));
}
