using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using GetGroupApplicationUnhandledCountReq = OpenIM.SignalR.Contracts.GetGroupApplicationUnhandledCountReq;

namespace OpenIM.SignalR.Sessions;

/// <content>Applications to groups. The server keeps them; it tells changes of them to all who are concerned.</content>
internal sealed partial class SessionGrain
{
    public async Task<Result<IReadOnlyList<LocalGroupRequest>>> GetGroupApplicationListAsRecipient(
        GetGroupApplicationListAsRecipientReq request, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        return await PagedReading.ReadPageOrAll(request.Offset, request.Count, async page => (await Call(
                _groupApi.GetRecvGroupApplicationList,
                new GetGroupApplicationListReq
                {
                    FromUserID = Key.UserId,
                    Pagination = page,
                    GroupIDs = { Once(request.GroupIDs ?? []) },
                    HandleResults = { request.HandleResults ?? [] },
                },
                cancellationToken))
            .Select(static answer => answer.GroupRequests, static application => application.ToLocalGroupRequest()));
    }

    public async Task<Result<IReadOnlyList<LocalGroupRequest>>> GetGroupApplicationListAsApplicant(
        GetGroupApplicationListAsApplicantReq request, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        return await PagedReading.ReadPageOrAll(request.Offset, request.Count, async page => (await Call(
                _groupApi.GetUserReqGroupApplicationList,
                new GetUserReqApplicationListReq
                {
                    UserID = Key.UserId,
                    Pagination = page,
                    GroupIDs = { Once(request.GroupIDs ?? []) },
                    HandleResults = { request.HandleResults ?? [] },
                },
                cancellationToken))
            .Select(static answer => answer.GroupRequests, static application => application.ToLocalGroupRequest()));
    }

    public async Task<Result<int>> GetGroupApplicationUnhandledCount(
        GetGroupApplicationUnhandledCountReq request, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var answer = await Call(
            _groupApi.GetGroupApplicationUnhandledCount,
            new Upstream.Wire.GetGroupApplicationUnhandledCountReq { UserID = Key.UserId, Time = request.Time },
            cancellationToken);
        return answer.IsOk ? (int)Math.Min(answer.Value!.Count, int.MaxValue) : answer.Error;
    }

    public Task<Result> AcceptGroupApplication(
        string groupID, string fromUserID, string handleMsg, CancellationToken cancellationToken) =>
        AnswerGroupApplication(groupID, fromUserID, handleMsg, Agreed, cancellationToken);

    public Task<Result> RefuseGroupApplication(
        string groupID, string fromUserID, string handleMsg, CancellationToken cancellationToken) =>
        AnswerGroupApplication(groupID, fromUserID, handleMsg, Refused, cancellationToken);

    private Task<Result> AnswerGroupApplication(
        string groupID, string fromUserID, string handleMsg, int handleResult, CancellationToken cancellationToken) =>
        ChangeGroup(
            _groupApi.GroupApplicationResponse,
            new GroupApplicationResponseReq
            {
                GroupID = groupID, FromUserID = fromUserID, HandledMsg = handleMsg, HandleResult = handleResult,
            },
            cancellationToken);
}
