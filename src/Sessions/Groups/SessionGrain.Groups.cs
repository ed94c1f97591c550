using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>Groups, read from the server when somebody looks at them.</content>
internal sealed partial class SessionGrain
{
    private const int MaxGroups = 1000;

    public async Task<Result<IReadOnlyList<LocalGroup>>> GetJoinedGroupList(CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        return await PagedReading.ReadAll(100, MaxGroups, async page => (await Call(
                _groupApi.GetJoinedGroupList,
                new GetJoinedGroupListReq { FromUserID = Key.UserId, Pagination = page },
                cancellationToken))
            .Select(static answer => answer.Groups, static group => group.ToLocalGroup()));
    }

    /// <summary>Groups by id, joined or not; unknown ones are left out.</summary>
    public async Task<Result<IReadOnlyList<LocalGroup>>> GetSpecifiedGroupsInfo(
        IReadOnlyList<string> groupIDs, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var asked = Once(groupIDs);
        if (asked.Length == 0)
            return Array.Empty<LocalGroup>();
        return (await Call(_groupApi.GetGroupsInfo, new GetGroupsInfoReq { GroupIDs = { asked } }, cancellationToken))
            .Select(static answer => answer.GroupInfos, static group => group.ToLocalGroup());
    }

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
                    GroupIDs = { request.GroupIDs ?? [] },
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
                    GroupIDs = { request.GroupIDs ?? [] },
                    HandleResults = { request.HandleResults ?? [] },
                },
                cancellationToken))
            .Select(static answer => answer.GroupRequests, static application => application.ToLocalGroupRequest()));
    }
}
