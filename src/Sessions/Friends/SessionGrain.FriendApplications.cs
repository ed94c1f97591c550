using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
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
}
