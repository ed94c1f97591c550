using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    public Task<LocalUser> GetSelfUserInfo() => Answer(Session.GetSelfUserInfo(Aborted));

    public Task SetSelfInfo(UserInfoWithEx userInfo) => Answer(Session.SetSelfInfo(userInfo, Aborted));

    /// <summary>The name that version 3 had for it.</summary>
    public Task SetSelfInfoEx(UserInfoWithEx userInfo) => SetSelfInfo(userInfo);

    public Task<IReadOnlyList<PublicUser>> GetUsersInfo(IReadOnlyList<string> userIDs) =>
        Answer(Session.GetUsersInfo(userIDs, Aborted));

    public Task<IReadOnlyList<FullUserInfoWithCache>> GetUsersInfoWithCache(IReadOnlyList<string> userIDs, string groupID) =>
        Answer(Session.GetUsersInfoWithCache(userIDs, groupID, Aborted));

    public Task<IReadOnlyList<LocalUser>> GetUsersInfoFromSrv(IReadOnlyList<string> userIDs) =>
        Answer(Session.GetUsersInfoFromSrv(userIDs, Aborted));

    /// <summary>Renames the sender in the copies of messages that an SDK keeps. Here none are kept, so there is nothing to rename.</summary>
    public void UpdateMsgSenderInfo(string nickname, string faceURL) => _ = Session;

    public Task SetGlobalRecvMessageOpt(int opt) => Answer(Session.SetGlobalRecvMessageOpt(opt, Aborted));

    public Task<IReadOnlyList<OnlineStatus>> SubscribeUsersStatus(IReadOnlyList<string> userIDs) =>
        Answer(Session.SubscribeUsersStatus(userIDs, Aborted));

    /// <summary>Subscribes as well, as in the SDK.</summary>
    public Task<IReadOnlyList<OnlineStatus>> GetUserStatus(IReadOnlyList<string> userIDs) => SubscribeUsersStatus(userIDs);

    public Task UnsubscribeUsersStatus(IReadOnlyList<string> userIDs) =>
        Answer(Session.UnsubscribeUsersStatus(userIDs, Aborted));

    public Task<IReadOnlyList<OnlineStatus>> GetSubscribeUsersStatus() => Answer(Session.GetSubscribeUsersStatus(Aborted));

    public Task<IReadOnlyDictionary<string, string>> GetUserClientConfig() => Answer(Session.GetUserClientConfig(Aborted));
}
