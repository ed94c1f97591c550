using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    public Task<Result> Login(string token, string connectionId, CancellationToken cancellationToken) =>
        Task.FromResult<Result>(Errors.NotAvailable(nameof(Login)));

    public Task<Result> Logout(CancellationToken cancellationToken) =>
        Task.FromResult<Result>(Errors.NotAvailable(nameof(Logout)));

    public ValueTask<Result<int>> GetLoginStatus() => new((int)status);

    public Task Detach(string connectionId) => Task.CompletedTask;

    public ValueTask<Result<SessionEvents>> Resume(string cursor) => new(Events.Since(cursor));

    public Task<Result> SetAppBackgroundStatus(bool isBackground, CancellationToken cancellationToken) =>
        Task.FromResult<Result>(Errors.NotAvailable(nameof(SetAppBackgroundStatus)));

    public Task<Result> NetworkStatusChanged(CancellationToken cancellationToken) =>
        Task.FromResult<Result>(Errors.NotAvailable(nameof(NetworkStatusChanged)));
}
