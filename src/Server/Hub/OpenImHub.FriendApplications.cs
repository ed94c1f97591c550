using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    public Task AddFriend(ApplyToAddFriendReq req) => Answer(Session.AddFriend(req, Aborted));

    public Task AcceptFriendApplication(ProcessFriendApplicationParams req) =>
        Answer(Session.AcceptFriendApplication(req, Aborted));

    public Task RefuseFriendApplication(ProcessFriendApplicationParams req) =>
        Answer(Session.RefuseFriendApplication(req, Aborted));

    public Task<IReadOnlyList<LocalFriendRequest>> GetFriendApplicationListAsRecipient(
        GetFriendApplicationListAsRecipientReq req) => Answer(Session.GetFriendApplicationListAsRecipient(req, Aborted));

    public Task<IReadOnlyList<LocalFriendRequest>> GetFriendApplicationListAsApplicant(
        GetFriendApplicationListAsApplicantReq req) => Answer(Session.GetFriendApplicationListAsApplicant(req, Aborted));

    public Task<int> GetFriendApplicationUnhandledCount(GetSelfUnhandledApplyCountReq req) =>
        Answer(Session.GetFriendApplicationUnhandledCount(req, Aborted));
}
