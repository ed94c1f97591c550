using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Unit.Sessions.Messages;
using static OpenIM.SignalR.Unit.Sessions.Groups.GroupEventTests;

namespace OpenIM.SignalR.Unit.Sessions.Groups;

public sealed class GroupListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Filters_choose_by_role_and_offsets_count_those_that_are_chosen()
    {
        await using var chat = await Chat.StartAsync("ann");
        string[] ordinary = [.. Enumerable.Range(0, 7).Select(i => $"m{i}")];
        await chat.Host.Register([.. ordinary, "adm1", "adm2"]);
        var groupID = (await chat.Of("ann").CreateGroup(
            new()
            {
                MemberUserIDs = ordinary,
                AdminUserIDs = ["adm1", "adm2"],
                GroupInfo = new() { GroupType = 2, GroupName = "Team" },
            },
            Cancel)).Value!.GroupID;

        Assert.Equal(10, (await List(0, 0, 100)).Length);
        Assert.Equal(["ann"], await List(1, 0, 100));
        Assert.Equal(["adm1", "adm2"], (await List(2, 0, 100)).Order());
        Assert.Equal(ordinary, (await List(3, 0, 100)).Order());
        Assert.Equal(9, (await List(4, 0, 100)).Length);
        Assert.Equal(["adm1", "adm2", "ann"], (await List(5, 0, 100)).Order());
        foreach (var filter in new[] { 0, 3, 4, 5 })
        {
            var all = await List(filter, 0, 100);
            for (var offset = 0; offset < all.Length; offset++)
                Assert.Equal(all.Skip(offset).Take(2), await List(filter, offset, 2));
            Assert.Empty(await List(filter, all.Length, 2));
        }
        Assert.Empty(await List(0, 0, 0));
        Assert.Equal(
            ErrorCode.Unknown, (await chat.Of("ann").GetGroupMemberList(groupID, 9, 0, 10, Cancel)).Error?.Code);
        Assert.Equal(
            ErrorCode.Arguments, (await chat.Of("ann").GetGroupMemberList(groupID, 0, -1, 10, Cancel)).Error?.Code);

        async Task<string[]> List(int filter, int offset, int count) =>
        [
            .. (await chat.Of("ann").GetGroupMemberList(groupID, filter, offset, count, Cancel)).Value!
                .Select(member => member.UserID),
        ];
    }

    [Fact]
    public async Task Members_are_found_by_name_id_and_time_and_nobody_is_found_outside()
    {
        await using var chat = await Chat.StartAsync("ann", "ben", "dot");
        var group = await Create(chat, "ann", "ben");
        var ann = chat.Of("ann");
        await ann.SetGroupMemberInfo(new() { GroupID = group.GroupID, UserID = "ben", Nickname = "Drums" }, Cancel);

        Assert.Equal(["ben"], Ids(await Search("dRUM", byName: true)));
        Assert.Empty(Ids(await Search("dRUM", byName: false)));
        Assert.Equal(["ben"], Ids(await Search("be", byName: false)));
        Assert.Equal(
            ErrorCode.Arguments, (await ann.SearchGroupMembers(new() { GroupID = group.GroupID }, Cancel)).Error?.Code);
        Assert.Equal(["ben"], Ids(await ann.GetSpecifiedGroupMembersInfo(group.GroupID, ["dot", "ben", "ben"], Cancel)));
        Assert.Equal(["ann", "ben"], (await ann.GetUsersInGroup(group.GroupID, ["ann", "dot", "ben"], Cancel)).Value);
        Assert.Equal(2, Ids(await Joined(0, 0)).Length);
        Assert.Equal(["ann"], Ids(await Joined(0, 0, "ben")));
        Assert.Empty(Ids(await Joined(0, 1000)));
        Assert.Equal(["ann"], Ids(await ann.GetGroupMemberOwnerAndAdmin(group.GroupID, Cancel)));
        foreach (var groupID in new[] { group.GroupID, "no-such-group" })
        {
            var outsider = groupID == group.GroupID ? chat.Of("dot") : ann;
            Assert.Empty(Ids(await outsider.GetGroupMemberList(groupID, 3, 0, 10, Cancel)));
            Assert.Empty(Ids(await outsider.GetGroupMemberOwnerAndAdmin(groupID, Cancel)));
            Assert.Empty(Ids(await outsider.GetSpecifiedGroupMembersInfo(groupID, ["ann"], Cancel)));
            Assert.False((await outsider.IsJoinGroup(groupID, Cancel)).Value);
        }

        Task<Result<IReadOnlyList<LocalGroupMember>>> Search(string keyword, bool byName) => ann.SearchGroupMembers(
            new()
            {
                GroupID = group.GroupID,
                KeywordList = [keyword],
                IsSearchMemberNickname = byName,
                IsSearchUserID = !byName,
                Count = 10,
            },
            Cancel);

        Task<Result<IReadOnlyList<LocalGroupMember>>> Joined(long begin, long end, params string[] leftOut) =>
            ann.GetGroupMemberListByJoinTimeFilter(group.GroupID, 0, 10, begin, end, leftOut, Cancel);
    }

    [Fact]
    public async Task Joined_groups_come_by_page_and_by_keyword()
    {
        await using var chat = await Chat.StartAsync("ann");
        for (var i = 0; i < 3; i++)
            await Create(chat, "ann");
        var ann = chat.Of("ann");

        Assert.Equal(3, (await ann.GetJoinedGroupListPage(0, 10, Cancel)).Value!.Count);
        Assert.Single((await ann.GetJoinedGroupListPage(2, 10, Cancel)).Value!);
        Assert.Empty((await ann.GetJoinedGroupListPage(3, 10, Cancel)).Value!);
        Assert.Equal(ErrorCode.Unknown, (await ann.GetJoinedGroupListPage(4, 10, Cancel)).Error?.Code);
        Assert.Equal(3, (await ann.SearchGroups(
            new() { KeywordList = ["tEA"], IsSearchGroupName = true }, Cancel)).Value!.Count);
        Assert.Empty((await ann.SearchGroups(new() { KeywordList = ["tEA"], IsSearchGroupID = true }, Cancel)).Value!);
        Assert.Equal(ErrorCode.Arguments, (await ann.SearchGroups(new(), Cancel)).Error?.Code);
    }

    [Fact]
    public async Task What_the_server_refuses_is_answered_with_its_code()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var (ann, ben) = (chat.Of("ann"), chat.Of("ben"));
        var groupID = (await Create(chat, "ann", "ben")).GroupID;

        Assert.Equal(
            ErrorCode.GroupType, (await ann.CreateGroup(new() { GroupInfo = new() }, Cancel)).Error?.Code);
        Assert.Equal(ErrorCode.GroupType, (await ann.CreateGroup(new(), Cancel)).Error?.Code);
        Assert.Equal(1004, (await ann.JoinGroup("no-such-group", "", 3, "", Cancel)).Error?.Code);
        Assert.Equal(1002, (await ben.DismissGroup(groupID, Cancel)).Error?.Code);
        Assert.Equal(1002, (await ben.ChangeGroupMute(groupID, true, Cancel)).Error?.Code);
        Assert.Equal(
            ErrorCode.Arguments, (await ann.ChangeGroupMemberMute(groupID, "ben", -1, Cancel)).Error?.Code);
        Assert.NotNull((await ann.KickGroupMember(groupID, "", [], Cancel)).Error);
        Assert.NotNull((await ben.TransferGroupOwner(groupID, "ben", Cancel)).Error);
    }

    private static string[] Ids(Result<IReadOnlyList<LocalGroupMember>> members) =>
        [.. members.Value!.Select(member => member.UserID)];
}
