using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>Groups, read from the server when somebody looks at them.</content>
internal sealed partial class SessionGrain
{
    private const int MaxGroups = 1000;

    private static readonly OpenImError GroupOffsetTooLarge =
        new(ErrorCode.Unknown, "offset exceeds the length of the list of joined groups");

    public async Task<Result<IReadOnlyList<LocalGroup>>> GetJoinedGroupList(CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        return await PagedReading.ReadAll(
            100, MaxGroups, async page => (await ReadJoinedGroups(page, cancellationToken))
                .Select(static answer => answer.Groups, static group => group.ToLocalGroup()));
    }

    public async Task<Result<IReadOnlyList<LocalGroup>>> GetJoinedGroupListPage(
        int offset, int count, CancellationToken cancellationToken)
    {
        if (offset < 0 || count < 0)
            return Errors.Arguments("offset and count must not be negative");
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        if (count == 0)
            return Array.Empty<LocalGroup>();
        var total = 0L;
        var page = await PagedReading.ReadWindow(offset, count, async pagination =>
        {
            var answer = await ReadJoinedGroups(pagination, cancellationToken);
            total = answer.Value?.Total ?? 0;
            return answer.Select(static groups => groups.Groups, static group => group.ToLocalGroup());
        });
        return page.IsOk && offset > total ? GroupOffsetTooLarge : page;
    }

    /// <summary>Groups by id, joined or not; unknown ones are left out.</summary>
    public async Task<Result<IReadOnlyList<LocalGroup>>> GetSpecifiedGroupsInfo(
        IReadOnlyList<string> groupIDs, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var found = new List<LocalGroup>();
        foreach (var chunk in Once(groupIDs).Chunk(IdsPerRequest))
        {
            var request = new GetGroupsInfoReq { GroupIDs = { chunk } };
            var answer = await Call(_groupApi.GetGroupsInfo, request, cancellationToken);
            if (!answer.IsOk)
                return answer.Error;
            found.AddRange(answer.Value!.GroupInfos.Select(static group => group.ToLocalGroup()));
        }
        return found;
    }

    /// <summary>
    /// Joined groups whose id or name holds the first keyword, in any case: as the SDK, which looks at no other
    /// keyword either. The server has no such search for users, so that the list is read, up to its bound.
    /// </summary>
    public async Task<Result<IReadOnlyList<LocalGroup>>> SearchGroups(
        SearchGroupsParam param, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        if (param.KeywordList is not [{ } keyword, ..] || !(param.IsSearchGroupID || param.IsSearchGroupName))
            return Errors.Arguments("keyword is null or search field all false");
        var groups = await GetJoinedGroupList(cancellationToken);
        return groups.IsOk
            ? groups.Value!.Where(group => (param.IsSearchGroupID && Holds(group.GroupID))
                || (param.IsSearchGroupName && Holds(group.GroupName))).ToArray()
            : groups;

        bool Holds(string text) => text.Contains(keyword, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Nobody may read a group that he is not in: then this is the answer.</summary>
    public async Task<Result<bool>> IsJoinGroup(string groupID, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var self = await MembersAmong(groupID, [Key.UserId], cancellationToken);
        return self.IsOk ? self.Value!.Members.Count > 0 : IsNoMember(self.Error) ? false : self.Error;
    }

    public async Task<Result<bool>> CheckGroupsFullSync(CancellationToken cancellationToken) =>
        await WhenLoggedIn(cancellationToken) is { } error ? error : true;

    private Task<Result<GetJoinedGroupListResp>> ReadJoinedGroups(
        RequestPagination page, CancellationToken cancellationToken) =>
        Call(
            _groupApi.GetJoinedGroupList,
            new GetJoinedGroupListReq { FromUserID = Key.UserId, Pagination = page },
            cancellationToken);
}
