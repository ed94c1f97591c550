using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    public ValueTask<Result<LocalUser>> GetSelfUserInfo(
        CancellationToken cancellationToken) =>
        new(Errors.NotAvailable(nameof(GetSelfUserInfo)));

    public Task<Result> SetSelfInfo(
        UserInfoWithEx userInfo, CancellationToken cancellationToken) =>
        Task.FromResult<Result>(Errors.NotAvailable(nameof(SetSelfInfo)));

    public Task<Result<IReadOnlyList<PublicUser>>> GetUsersInfo(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken) =>
        Task.FromResult<Result<IReadOnlyList<PublicUser>>>(Errors.NotAvailable(nameof(GetUsersInfo)));

    public Task<Result<IReadOnlyList<FullUserInfoWithCache>>> GetUsersInfoWithCache(
        IReadOnlyList<string> userIDs, string groupID, CancellationToken cancellationToken) =>
        Task.FromResult<Result<IReadOnlyList<FullUserInfoWithCache>>>(Errors.NotAvailable(nameof(GetUsersInfoWithCache)));

    public Task<Result> SetGlobalRecvMessageOpt(
        int opt, CancellationToken cancellationToken) =>
        Task.FromResult<Result>(Errors.NotAvailable(nameof(SetGlobalRecvMessageOpt)));

    public Task<Result<IReadOnlyDictionary<string, string>>> GetUserClientConfig(
        CancellationToken cancellationToken) =>
        Task.FromResult<Result<IReadOnlyDictionary<string, string>>>(Errors.NotAvailable(nameof(GetUserClientConfig)));
}
