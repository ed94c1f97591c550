using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Blocked users. The server keeps no versions of this list: what is told comes from the own calls and from
/// notifications, each of which may be first.
/// </content>
internal sealed partial class SessionGrain
{
    private const int RecentBlacks = 16;

    private readonly RecentRows<LocalBlack> _blacks = new(RecentBlacks);

    public async Task<Result<IReadOnlyList<LocalBlack>>> GetBlackList(CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        return await PagedReading.ReadAll(200, PagedReading.LongestList, async page => (await Call(
                _friendApi.GetBlackList,
                new GetPaginationBlacksReq { UserID = Key.UserId, Pagination = page },
                cancellationToken))
            .Select(static answer => answer.Blacks, static black => black.ToLocalBlack()));
    }

    public async Task<Result<IReadOnlyList<LocalBlack>>> GetSpecifiedBlacks(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        return (await BlacksAmong(Once(userIDs), cancellationToken))
            .Select(static answer => answer.Blacks, static black => black.ToLocalBlack());
    }

    public async Task<Result> AddBlack(string userID, string ex, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var answer = await Call(
            _friendApi.AddBlack,
            new AddBlackReq { OwnerUserID = Key.UserId, BlackUserID = userID, Ex = ex },
            cancellationToken);
        if (!answer.IsOk)
            return answer.Error;
        await TellBlackAdded(userID, Life);
        return Result.Ok;
    }

    public async Task<Result> RemoveBlack(string userID, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        // Afterwards nobody can say what the row was, or whether there was one.
        if (userID.Length > 0 && !_blacks.TryGet(userID, out _)
            && await FindBlack(userID, cancellationToken) is { IsOk: true } found)
            _blacks.Set(userID, found.Value is [var black, ..] ? black : null);
        var answer = await Call(
            _friendApi.RemoveBlack,
            new RemoveBlackReq { OwnerUserID = Key.UserId, BlackUserID = userID },
            cancellationToken);
        if (!answer.IsOk)
            return answer.Error;
        await TellBlackDeleted(userID, Life);
        return Result.Ok;
    }

    private async Task TellBlackAdded(string userID, CancellationToken life)
    {
        if (_blacks.TryGet(userID, out _))
            return;
        var found = await FindBlack(userID, life);
        if (!found.IsOk)
        {
            LogSyncFailed(Key, found.Error.Code);
            return;
        }
        // The other one, call or notification, may have told it meanwhile; or it is gone again.
        if (life.IsCancellationRequested || _blacks.TryGet(userID, out _)
            || found.Value is not [var black, ..])
            return;
        _blacks.Set(userID, black);
        Events.Raise("OnBlackAdded", black, Json.Relaxed.LocalBlack);
    }

    private async Task TellBlackDeleted(string userID, CancellationToken life)
    {
        if (_blacks.IsKnown(userID, out var black) && black is null)
            return;
        if (black is null)
        {
            var profile = await ProfileOf(userID, life);
            if (_blacks.IsKnown(userID, out black) && black is null)
                return;
            black ??= new LocalBlack
            {
                OwnerUserID = Key.UserId,
                BlockUserID = userID,
                Nickname = profile?.Nickname ?? "",
                FaceURL = profile?.FaceURL ?? "",
            };
        }
        if (life.IsCancellationRequested)
            return;
        _blacks.Set(userID, null);
        Events.Raise("OnBlackDeleted", black, Json.Relaxed.LocalBlack);
    }

    /// <summary>The row of one user, or none.</summary>
    private async Task<Result<IReadOnlyList<LocalBlack>>> FindBlack(
        string userID, CancellationToken cancellationToken) =>
        (await BlacksAmong([userID], cancellationToken))
            .Select(static answer => answer.Blacks, static black => black.ToLocalBlack());

    /// <summary>Those of <paramref name="userIDs"/>, which name nobody twice, who are blocked.</summary>
    private async Task<Result<GetSpecifiedBlacksResp>> BlacksAmong(
        string[] userIDs, CancellationToken cancellationToken)
    {
        var found = new GetSpecifiedBlacksResp();
        foreach (var chunk in userIDs.Chunk(IdsPerRequest))
        {
            var answer = await Call(
                _friendApi.GetSpecifiedBlacks,
                new GetSpecifiedBlacksReq { OwnerUserID = Key.UserId, UserIDList = { chunk } },
                cancellationToken);
            if (!answer.IsOk)
                return answer;
            found.Blacks.AddRange(answer.Value!.Blacks);
        }
        return found;
    }
}
