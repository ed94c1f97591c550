using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using ApplyToAddFriendReq = OpenIM.SignalR.Contracts.ApplyToAddFriendReq;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    private const int Agreed = 1;
    private const int Refused = -1;

    public async Task<Result> AddFriend(ApplyToAddFriendReq request, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        // Who asks says the session; a fromUserID in the request is not looked at.
        var answer = await Call(
            _friendApi.AddFriend,
            new Upstream.Wire.ApplyToAddFriendReq
            {
                FromUserID = Key.UserId, ToUserID = request.ToUserID, ReqMsg = request.ReqMsg, Ex = request.Ex,
            },
            cancellationToken);
        return answer.IsOk ? Result.Ok : answer.Error;
    }

    public async Task<Result> AcceptFriendApplication(
        ProcessFriendApplicationParams request, CancellationToken cancellationToken)
    {
        var answered = await AnswerFriendApplication(request, Agreed, cancellationToken);
        if (answered.IsOk)
            await SyncFriends(request.ToUserID, FriendChange.Added);
        return answered;
    }

    public Task<Result> RefuseFriendApplication(
        ProcessFriendApplicationParams request, CancellationToken cancellationToken) =>
        AnswerFriendApplication(request, Refused, cancellationToken);

    public async Task<Result<int>> GetFriendApplicationUnhandledCount(
        Contracts.GetSelfUnhandledApplyCountReq request, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var answer = await Call(
            _friendApi.GetSelfUnhandledApplyCount,
            new Upstream.Wire.GetSelfUnhandledApplyCountReq { UserID = Key.UserId, Time = request.Time },
            cancellationToken);
        return answer.IsOk ? (int)Math.Min(answer.Value!.Count, int.MaxValue) : answer.Error;
    }

    public async Task<Result<IReadOnlyList<LocalFriendRequest>>> GetFriendApplicationListAsRecipient(
        GetFriendApplicationListAsRecipientReq request, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        return await PagedReading.ReadPageOrAll(request.Offset, request.Count, async page => (await Call(
                _friendApi.GetFriendApplyList,
                new GetPaginationFriendsApplyToReq
                {
                    UserID = Key.UserId, Pagination = page, HandleResults = { request.HandleResults ?? [] },
                },
                cancellationToken))
            .Select(static answer => answer.FriendRequests, static application => application.ToLocalFriendRequest()));
    }

    public async Task<Result<IReadOnlyList<LocalFriendRequest>>> GetFriendApplicationListAsApplicant(
        GetFriendApplicationListAsApplicantReq request, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        return await PagedReading.ReadPageOrAll(request.Offset, request.Count, async page => (await Call(
                _friendApi.GetSelfFriendApplyList,
                new GetPaginationFriendsApplyFromReq { UserID = Key.UserId, Pagination = page },
                cancellationToken))
            .Select(static answer => answer.FriendRequests, static application => application.ToLocalFriendRequest()));
    }

    private async Task<Result> AnswerFriendApplication(
        ProcessFriendApplicationParams request, int handleResult, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var answer = await Call(
            _friendApi.AddFriendResponse,
            new RespondFriendApplyReq
            {
                FromUserID = request.ToUserID, // Who has asked, in the SDK's own words.
                ToUserID = Key.UserId,
                HandleResult = handleResult,
                HandleMsg = request.HandleMsg,
            },
            cancellationToken);
        return answer.IsOk ? Result.Ok : answer.Error;
    }
}
