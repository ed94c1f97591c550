using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    public Task<IReadOnlyList<LocalFriend>> GetFriendList(bool filterBlack) =>
        Answer(Session.GetFriendList(filterBlack, Aborted));

    public Task<IReadOnlyList<LocalFriend>> GetSpecifiedFriendsInfo(IReadOnlyList<string> userIDs, bool filterBlack) =>
        Answer(Session.GetSpecifiedFriendsInfo(userIDs, filterBlack, Aborted));

    public Task<IReadOnlyList<UserIDResult>> CheckFriend(IReadOnlyList<string> userIDs) =>
        Answer(Session.CheckFriend(userIDs, Aborted));

    public Task<IReadOnlyList<LocalBlack>> GetBlackList() => Answer(Session.GetBlackList(Aborted));

    public Task<IReadOnlyList<LocalFriendRequest>> GetFriendApplicationListAsRecipient(
        GetFriendApplicationListAsRecipientReq req) => Answer(Session.GetFriendApplicationListAsRecipient(req, Aborted));

    public Task<IReadOnlyList<LocalFriendRequest>> GetFriendApplicationListAsApplicant(
        GetFriendApplicationListAsApplicantReq req) => Answer(Session.GetFriendApplicationListAsApplicant(req, Aborted));
}
