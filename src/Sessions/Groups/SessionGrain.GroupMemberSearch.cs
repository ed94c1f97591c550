using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Searching members. The server has no search that works (its own takes the keyword for the group), so that the
/// members are read, up to 10,000 of them.
/// </content>
internal sealed partial class SessionGrain
{
    /// <summary>As the SDK: the first keyword, in any case. A count of 0 is everybody.</summary>
    public async Task<Result<IReadOnlyList<LocalGroupMember>>> SearchGroupMembers(
        SearchGroupMembersParam param, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        if (param.KeywordList is not [{ } keyword, ..] || !(param.IsSearchUserID || param.IsSearchMemberNickname))
            return Errors.Arguments("keyword is null or search field all false");
        return await SelectMembers(
            param.GroupID,
            param.Offset,
            param.Count,
            members => members.Where(member => (param.IsSearchUserID && Holds(member.UserID))
                || (param.IsSearchMemberNickname && Holds(member.Nickname))),
            cancellationToken);

        bool Holds(string text) => text.Contains(keyword, StringComparison.OrdinalIgnoreCase);
    }

    public async Task<Result<IReadOnlyList<LocalGroupMember>>> GetGroupMemberListByJoinTimeFilter(
        string groupID, int offset, int count, long joinTimeBegin, long joinTimeEnd,
        IReadOnlyList<string> filterUserIDs, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var end = joinTimeEnd == 0 ? long.MaxValue : joinTimeEnd;
        var leftOut = filterUserIDs.ToHashSet(StringComparer.Ordinal);
        return await SelectMembers(
            groupID,
            offset,
            count,
            members => members
                .Where(member => member.JoinTime >= joinTimeBegin && member.JoinTime <= end
                    && !leftOut.Contains(member.UserID))
                .OrderByDescending(static member => member.JoinTime),
            cancellationToken);
    }

    private async Task<Result<IReadOnlyList<LocalGroupMember>>> SelectMembers(
        string groupID, int offset, int count,
        Func<IReadOnlyList<LocalGroupMember>, IEnumerable<LocalGroupMember>> select,
        CancellationToken cancellationToken)
    {
        if (offset < 0 || count < 0)
            return Errors.Arguments("offset and count must not be negative");
        var all = NobodyWhenOutside(await ReadAllMembers(groupID, cancellationToken));
        return all.IsOk
            ? select(all.Value!).Skip(offset).Take(count == 0 ? PagedReading.LongestList : count).ToArray()
            : all;
    }
}
