using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    [Alias("GetSelfUserInfo")]
    ValueTask<Result<LocalUser>> GetSelfUserInfo(CancellationToken cancellationToken);

    [Alias("SetSelfInfo")]
    Task<Result> SetSelfInfo(UserInfoWithEx userInfo, CancellationToken cancellationToken);

    [Alias("GetUsersInfo")]
    Task<Result<IReadOnlyList<PublicUser>>> GetUsersInfo(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken);

    [Alias("GetUsersInfoWithCache")]
    Task<Result<IReadOnlyList<FullUserInfoWithCache>>> GetUsersInfoWithCache(
        IReadOnlyList<string> userIDs, string groupID, CancellationToken cancellationToken);

    [Alias("GetUsersInfoFromSrv")]
    Task<Result<IReadOnlyList<LocalUser>>> GetUsersInfoFromSrv(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken);

    [Alias("SetGlobalRecvMessageOpt")]
    Task<Result> SetGlobalRecvMessageOpt(int opt, CancellationToken cancellationToken);

    [Alias("GetUserClientConfig")]
    Task<Result<IReadOnlyDictionary<string, string>>> GetUserClientConfig(CancellationToken cancellationToken);
}
