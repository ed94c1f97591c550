using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>The own profile: asked for when somebody wants it, then kept up to date.</content>
internal sealed partial class SessionGrain
{
    private static readonly OpenImError UserNotFound = new(ErrorCode.UserNotFound, "User ID not found");

    /// <summary>A result already, so that handing it out costs nothing.</summary>
    private Result<LocalUser>? _self;
    private Task<Result<LocalUser>>? _selfLoading;
    private Task _selfRefreshing = Task.CompletedTask;

    /// <summary>The own profile. Waits, within bounds, for a login under way and for the server.</summary>
    private ValueTask<Result<LocalUser>> WhenSelfKnown(CancellationToken cancellationToken = default) =>
        _status == LoginStatus.LoggedIn && _self is { } self ? new(self) : new(LoadSelfFor(cancellationToken));

    private async Task<Result<LocalUser>> LoadSelfFor(CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        // Those who ask at the same time share one request, which outlives each of them.
        if (_selfLoading is null or { IsCompleted: true })
            _selfLoading = LoadSelf(Life);
        var loading = _selfLoading;
        await Settle(loading, cancellationToken);
        if (loading.IsCompletedSuccessfully)
            return await loading;
        return cancellationToken.IsCancellationRequested ? Errors.DeadlineExceeded : Errors.NetworkTimeout;
    }

    private async Task<Result<LocalUser>> LoadSelf(CancellationToken life)
    {
        var fetched = await FetchSelf(life);
        return fetched.IsOk ? Know(fetched.Value!, tell: false, life) : fetched.Error;
    }

    /// <summary>Asks again and tells a difference. Nothing to do while nobody has asked for the profile.</summary>
    private Task SyncSelf(CancellationToken life) => _self is null ? Task.CompletedTask : RefreshSelf(life);

    /// <summary>
    /// Asks again; tells the profile when it differs from the one known, or when none was. One after the other: the
    /// own change and the server's notification of it come at the same time, and an older answer must not replace a
    /// newer one.
    /// </summary>
    private Task<OpenImError?> RefreshSelf(CancellationToken life)
    {
        var refreshing = RefreshSelfAfter(_selfRefreshing, life);
        _selfRefreshing = refreshing;
        return refreshing;
    }

    private async Task<OpenImError?> RefreshSelfAfter(Task previous, CancellationToken life)
    {
        await previous.ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        var fetched = await FetchSelf(life);
        if (!fetched.IsOk)
            return fetched.Error;
        Know(fetched.Value!, tell: true, life);
        return null;
    }

    private async Task<Result<UserInfo>> FetchSelf(CancellationToken life)
    {
        var fetched = await FetchUsers([Key.UserId], life);
        if (!fetched.IsOk)
            return fetched.Error;
        if (fetched.Value!.UsersInfo.FirstOrDefault(user => user.UserID == Key.UserId) is not { } user)
            return UserNotFound;
        await _profiles.Put(user, life);
        return user;
    }

    private Result<LocalUser> Know(UserInfo user, bool tell, CancellationToken life)
    {
        Result<LocalUser> self = ToLocalUser(user);
        if (life.IsCancellationRequested)
            return self;
        var differs = _self?.Value != self.Value;
        _self = self;
        if (tell && differs)
            Events.Raise("OnSelfInfoUpdated", self.Value!, ContractsJsonContext.Relaxed.LocalUser);
        return self;
    }

    private Task<Result<GetDesignateUsersResp>> FetchUsers(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken) =>
        Call(_userApi.GetUsersInfo, new GetDesignateUsersReq { UserIDs = { userIDs } }, cancellationToken);

    private void ClearSelf()
    {
        _self = null;
        _selfLoading = null;
        _clientConfig = null;
    }
}
