using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    /// <summary>Asks the server itself, past all caches.</summary>
    public async Task<Result<IReadOnlyList<LocalUser>>> GetUsersInfoFromSrv(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var fetched = await FetchUsers(userIDs, cancellationToken);
        return fetched.IsOk ? fetched.Value!.UsersInfo.Select(ToLocalUser).ToArray() : fetched.Error;
    }

    private static LocalUser ToLocalUser(UserInfo user) => new()
    {
        UserID = user.UserID,
        Nickname = user.Nickname,
        FaceURL = user.FaceURL,
        CreateTime = user.CreateTime,
        Ex = user.Ex,
        GlobalRecvMsgOpt = user.GlobalRecvMsgOpt,
    };
}
