using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Members, read from the server when somebody looks at them: a page at a time, however large the group is. The server
/// puts owner and administrators first, so that who they are is on the first pages.
/// </content>
internal sealed partial class SessionGrain
{
    private const int MembersPerPage = 500;

    public async Task<Result<IReadOnlyList<LocalGroupMember>>> GetGroupMemberList(
        string groupID, int filter, int offset, int count, CancellationToken cancellationToken)
    {
        if (!MemberFilter.IsKnown(filter))
            return new OpenImError(ErrorCode.Unknown, $"filter args failed., filter={filter}");
        if (offset < 0 || count < 0)
            return Errors.Arguments("offset and count must not be negative");
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        if (count == 0)
            return Array.Empty<LocalGroupMember>();
        if (filter == MemberFilter.All)
            return NobodyWhenOutside(await ReadMembers(groupID, offset, count, cancellationToken));
        var leaders = await Leaders(groupID, cancellationToken);
        if (!leaders.IsOk)
            return NobodyWhenOutside(leaders);
        var wanted = leaders.Value!.Where(member => MemberFilter.Holds(filter, member.RoleLevel)).ToArray();
        IReadOnlyList<LocalGroupMember> page = [.. wanted.Skip(offset).Take(count)];
        if (!MemberFilter.HoldsOrdinary(filter) || page.Count == count)
            return new(page, null);
        var ordinary = await ReadMembers(
            groupID, leaders.Value!.Count + Math.Max(0, offset - wanted.Length), count - page.Count, cancellationToken);
        return ordinary.IsOk ? page.Concat(ordinary.Value!).ToArray() : ordinary;
    }

    /// <summary>By user id, as the SDK's table has them.</summary>
    public async Task<Result<IReadOnlyList<LocalGroupMember>>> GetGroupMemberOwnerAndAdmin(
        string groupID, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var leaders = await Leaders(groupID, cancellationToken);
        return leaders.IsOk
            ? leaders.Value!.OrderBy(static member => member.UserID, StringComparer.Ordinal).ToArray()
            : NobodyWhenOutside(leaders);
    }

    public async Task<Result<IReadOnlyList<LocalGroupMember>>> GetSpecifiedGroupMembersInfo(
        string groupID, IReadOnlyList<string> userIDs, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var asked = Once(userIDs);
        var members = new Dictionary<string, LocalGroupMember>(StringComparer.Ordinal);
        foreach (var chunk in asked.Chunk(IdsPerRequest))
        {
            var answer = await MembersAmong(groupID, chunk, cancellationToken);
            if (!answer.IsOk)
                return IsNoMember(answer.Error) ? Array.Empty<LocalGroupMember>() : answer.Error;
            foreach (var member in answer.Value!.Members)
                members[member.UserID] = member.ToLocalGroupMember();
        }
        return asked.Where(members.ContainsKey).Select(userID => members[userID]).ToArray();
    }

    public async Task<Result<IReadOnlyList<string>>> GetUsersInGroup(
        string groupID, IReadOnlyList<string> userIDs, CancellationToken cancellationToken)
    {
        var members = await GetSpecifiedGroupMembersInfo(groupID, userIDs, cancellationToken);
        return members.IsOk ? members.Value!.Select(static member => member.UserID).ToArray() : members.Error;
    }

    /// <summary>Owner and administrators: the first page on which there is anybody else is the last one.</summary>
    private Task<Result<IReadOnlyList<LocalGroupMember>>> Leaders(
        string groupID, CancellationToken cancellationToken) =>
        PagedReading.ReadAll<LocalGroupMember>(100, PagedReading.LongestList, async page =>
        {
            var answer = await ReadMemberPage(groupID, page, cancellationToken);
            return answer.IsOk
                ? answer.Value!.Where(static member => member.RoleLevel > MemberFilter.OrdinaryRole).ToArray()
                : answer;
        });

    private Task<Result<IReadOnlyList<LocalGroupMember>>> ReadMembers(
        string groupID, int offset, int count, CancellationToken cancellationToken) =>
        PagedReading.ReadWindow(offset, count, page => ReadMemberPage(groupID, page, cancellationToken));

    private Task<Result<IReadOnlyList<LocalGroupMember>>> ReadAllMembers(
        string groupID, CancellationToken cancellationToken) =>
        PagedReading.ReadAll(
            MembersPerPage, PagedReading.LongestList, page => ReadMemberPage(groupID, page, cancellationToken));

    private async Task<Result<IReadOnlyList<LocalGroupMember>>> ReadMemberPage(
        string groupID, RequestPagination page, CancellationToken cancellationToken) =>
        (await Call(
            _groupApi.GetGroupMemberList,
            new GetGroupMemberListReq { GroupID = groupID, Pagination = page },
            cancellationToken))
        .Select(static answer => answer.Members, static member => member.ToLocalGroupMember());

    /// <summary>The SDK has no members of groups that one is not in, and none of what is no group.</summary>
    private static Result<IReadOnlyList<LocalGroupMember>> NobodyWhenOutside(
        Result<IReadOnlyList<LocalGroupMember>> members) =>
        members.Error is { } error && IsNoMember(error) ? Array.Empty<LocalGroupMember>() : members;

    /// <summary>How the server says that one is not in a group, that it was dismissed, or that there is none.</summary>
    private static bool IsNoMember(OpenImError error) =>
        error.Code is ErrorCode.NoPermission or ErrorCode.RecordNotFound or ErrorCode.GroupDismissed;
}
