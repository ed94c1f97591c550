using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using UserInfoWithEx = OpenIM.SignalR.Contracts.UserInfoWithEx;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    /// <summary>As the SDK does, until the connection is lost.</summary>
    private IReadOnlyDictionary<string, string>? _clientConfig;

    public ValueTask<Result<LocalUser>> GetSelfUserInfo(CancellationToken cancellationToken) =>
        WhenSelfKnown(cancellationToken);

    public async Task<Result> SetSelfInfo(UserInfoWithEx userInfo, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        // Whose profile it is says the session; a user id in the request is not looked at.
        var changes = new Upstream.Wire.UserInfoWithEx
        {
            UserID = Key.UserId,
            Nickname = userInfo.Nickname,
            FaceURL = userInfo.FaceURL,
            Ex = userInfo.Ex,
            GlobalRecvMsgOpt = userInfo.GlobalRecvMsgOpt,
        };
        var answer = await Call(
            _userApi.UpdateUserInfoEx, new UpdateUserInfoExReq { UserInfo = changes }, cancellationToken);
        return answer.IsOk ? await TellOwnChange(cancellationToken) : answer.Error;
    }

    public async Task<Result> SetGlobalRecvMessageOpt(int opt, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var request = new SetGlobalRecvMessageOptReq { UserID = Key.UserId, GlobalRecvMsgOpt = opt };
        var answer = await Call(_userApi.SetGlobalMsgRecvOpt, request, cancellationToken);
        return answer.IsOk ? await TellOwnChange(cancellationToken) : answer.Error;
    }

    public async Task<Result<IReadOnlyList<PublicUser>>> GetUsersInfo(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var profiles = await _profiles.Get(userIDs, FetchUsers, cancellationToken);
        if (profiles.IsOk)
            await RenameStrangers(profiles.Value!, cancellationToken);
        return profiles.Select(static known => known, static profile => profile.ToPublicUser());
    }

    public async Task<Result<IReadOnlyDictionary<string, string>>> GetUserClientConfig(
        CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        if (_clientConfig is { } known)
            return new Result<IReadOnlyDictionary<string, string>>(known, null);
        var answer = await Call(
            _userApi.GetUserClientConfig, new GetUserClientConfigReq { UserID = Key.UserId }, cancellationToken);
        if (!answer.IsOk)
            return answer.Error;
        _clientConfig = new Dictionary<string, string>(answer.Value!.Configs);
        return new Result<IReadOnlyDictionary<string, string>>(_clientConfig, null);
    }

    private async Task<Result> TellOwnChange(CancellationToken cancellationToken)
    {
        await _profiles.Forget(Key.UserId, cancellationToken);
        return await RefreshSelf(Life) is { } error ? error : Result.Ok;
    }
}
