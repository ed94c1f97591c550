using CsCheck;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>How clients follow a group: what they are told, and that it is enough.</summary>
public sealed class GroupMemberSyncTests : IDisposable
{
    private readonly GroupFixture _fixture = new();

    /// <summary>
    /// Whatever happens to a group, and whenever a client asks: after that it has what the server has.
    /// </summary>
    [Fact]
    public void A_client_that_asks_now_and_then_always_ends_up_with_the_servers_members() =>
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 39], Gen.Int[0, 2]).List[0, 400].Sample(
            steps =>
            {
                using var fixture = new GroupFixture();
                var client = new MemberCopy(fixture);
                foreach (var (operation, user, more) in steps)
                {
                    Do(fixture, operation, $"user{user}", more);
                    if (operation == 0)
                        client.SyncAndCompare();
                }
                client.SyncAndCompare();
            },
            iter: 100);

    [Fact]
    public void The_group_comes_with_every_change_and_never_without_one()
    {
        var sync = _fixture.Get<GroupMemberSync>();
        var first = Incremental("", 0);
        Assert.True(first.Full);
        Assert.Equal(GroupFixture.Club, first.Group.GroupName);

        Assert.Null(Incremental(first.VersionID, first.Version).Group);

        _fixture.Groups.Update(GroupFixture.Club, row => row.GroupName = "Another name");
        var renamed = Incremental(first.VersionID, first.Version);
        Assert.Equal("Another name", renamed.Group.GroupName);
        Assert.Empty(renamed.Update);

        _fixture.Groups.UpdateMembers(GroupFixture.Club, ["mia"], member => member.Ex = "x");
        var changed = Incremental(renamed.VersionID, renamed.Version);
        Assert.Equal(["mia's name"], changed.Update.Select(member => member.Nickname));
        Assert.NotNull(changed.Group);

        GetIncrementalGroupMemberResp Incremental(string versionID, ulong version) => sync.Incremental(
            GroupFixture.As("max"),
            new GetIncrementalGroupMemberReq
            {
                GroupID = GroupFixture.Club, VersionID = versionID, Version = version,
            }).Value!;
    }

    [Fact]
    public void The_order_version_is_told_to_those_who_do_not_know_it_yet()
    {
        var begin = _fixture.Groups.MemberLine(GroupFixture.Club).Current;
        Set("mia", roleLevel: GroupRole.Admin);
        var promoted = _fixture.Groups.MemberLine(GroupFixture.Club).Current;
        Set("max", nickname: "Maxi");

        Assert.Equal(promoted.Version, OrderVersionSince(begin));
        Assert.Equal(0ul, OrderVersionSince(promoted));

        // A role that somebody has already counts as well.
        Set("mia", roleLevel: GroupRole.Admin);
        Assert.Equal(promoted.Version + 2, OrderVersionSince(promoted));

        void Set(string userID, int? roleLevel = null, string? nickname = null)
        {
            SetGroupMemberInfo change = new()
            {
                GroupID = GroupFixture.Club, UserID = userID, RoleLevel = roleLevel, Nickname = nickname,
            };
            var answer = _fixture.Get<GroupMemberChanges>().Set(
                GroupFixture.As("olga"), new SetGroupMemberInfoReq { Members = { change } });
            Assert.Null(answer.Error);
        }

        ulong OrderVersionSince(VersionStamp stamp) => _fixture.Get<GroupMemberSync>().Incremental(
            GroupFixture.As("olga"),
            new GetIncrementalGroupMemberReq
            {
                GroupID = GroupFixture.Club, VersionID = stamp.ID, Version = stamp.Version,
            }).Value!.SortVersion;
    }

    [Fact]
    public void The_order_of_members_is_by_role_and_then_by_joining_and_is_part_of_the_hash()
    {
        string[] expected = ["olga", "adam", "ada", "mia", "max"];
        Assert.Equal(expected, FullIDs(0).UserIDs);
        Assert.True(FullIDs(IDHash.Of(expected)).Equal);
        Assert.Empty(FullIDs(IDHash.Of(expected)).UserIDs);
        Assert.False(FullIDs(IDHash.Of(["adam", "olga", "ada", "mia", "max"])).Equal);

        _fixture.Groups.UpdateMembers(GroupFixture.Club, ["max"], member => member.RoleLevel = GroupRole.Admin);
        _fixture.Groups.UpdateMembers(GroupFixture.Club, ["adam"], member => member.RoleLevel = GroupRole.Member);
        Assert.Equal(["olga", "ada", "max", "adam", "mia"], FullIDs(0).UserIDs);

        // Who leaves and comes back has joined last.
        _fixture.Groups.RemoveMembers(GroupFixture.Club, ["ada", "adam"]);
        _fixture.Groups.TryAddMembers(GroupFixture.Club, [_fixture.NewMember(GroupFixture.Club, "adam")]);
        Assert.Equal(["olga", "max", "mia", "adam"], FullIDs(0).UserIDs);

        GetFullGroupMemberUserIDsResp FullIDs(ulong hash) => _fixture.Get<GroupMemberSync>().FullIDs(
            GroupFixture.As("olga"),
            new GetFullGroupMemberUserIDsReq { GroupID = GroupFixture.Club, IdHash = hash }).Value!;
    }

    [Fact]
    public void A_batch_ends_after_500_changes_and_leaves_dismissed_groups_out()
    {
        var request = new BatchGetIncrementalGroupMemberReq { UserID = "imAdmin" };
        foreach (var groupID in new[] { "a", "b", "c", "d" })
        {
            _fixture.Create(groupID, ("olga", GroupRole.Owner));
            var version = _fixture.Groups.MemberLine(groupID).Current;
            request.ReqList.Add(new GetIncrementalGroupMemberReq
            {
                GroupID = groupID, VersionID = version.ID, Version = version.Version,
            });
            _fixture.Groups.TryAddMembers(
                groupID, [.. Enumerable.Range(0, 200).Select(i => _fixture.NewMember(groupID, $"user{i}"))]);
        }
        _fixture.Get<GroupOwnership>().Dismiss(GroupFixture.As("olga"), new DismissGroupReq { GroupID = "a" });
        Assert.Equal(["b", "c", "d"], Groups());

        _fixture.Create("e", ("olga", GroupRole.Owner));
        request.ReqList.Add(new GetIncrementalGroupMemberReq { GroupID = "e" });
        Assert.Equal(["b", "c", "d"], Groups());

        IEnumerable<string> Groups() => _fixture.Get<GroupMemberSync>()
            .IncrementalOfMany(GroupFixture.As("imAdmin"), request).Value!.RespList.Keys.Order();
    }

    [Fact]
    public void Joined_groups_are_by_name_and_then_by_age_and_changes_of_a_group_are_not_on_their_line()
    {
        foreach (var (groupID, name) in new[] { ("1", "b"), ("2", "a"), ("3", "b"), ("4", "B") })
        {
            _fixture.Create(groupID, ("olga", GroupRole.Owner), ("otto", GroupRole.Member));
            _fixture.Groups.Update(groupID, row => row.GroupName = name);
            _fixture.Time.Advance(TimeSpan.FromSeconds(1));
        }
        var sync = _fixture.Get<JoinedGroupSync>();
        var caller = GroupFixture.As("otto");
        var full = sync.FullIDs(caller, new GetFullJoinGroupIDsReq { UserID = "otto" }).Value!;
        Assert.Equal(["4", "2", "1", "3"], full.GroupIDs);
        Assert.True(sync.FullIDs(
            caller,
            new GetFullJoinGroupIDsReq { UserID = "otto", IdHash = IDHash.Of(["4", "2", "1", "3"]) }).Value!.Equal);

        _fixture.Groups.Update("2", row => row.GroupName = "z");
        Assert.Empty(Since().Insert);
        _fixture.Groups.RemoveMembers("1", ["otto"]);
        _fixture.Create("5", ("otto", GroupRole.Owner), ("olga", GroupRole.Member));
        var changes = Since();
        Assert.Equal(["1"], changes.Delete);
        Assert.Equal(["5"], changes.Insert.Select(group => group.GroupID));

        GetIncrementalJoinGroupResp Since() => sync.Incremental(
            caller,
            new GetIncrementalJoinGroupReq
            {
                UserID = "otto", VersionID = full.VersionID, Version = full.Version,
            }).Value!;
    }

    public void Dispose() => _fixture.Dispose();

    private static void Do(GroupFixture fixture, int operation, string userID, int more)
    {
        var groups = fixture.Groups;
        switch (operation)
        {
            case 1 or 2:
                groups.TryAddMembers(GroupFixture.Club, [.. Enumerable.Range(0, more * 20 + 1)
                    .Select(i => fixture.NewMember(GroupFixture.Club, i == 0 ? userID : $"{userID}-{i}"))]);
                break;
            case 3:
                groups.RemoveMembers(GroupFixture.Club, [userID]);
                break;
            case 4:
                groups.RemoveMembers(GroupFixture.Club, Enumerable.Range(1, 40).Select(i => $"{userID}-{i}"));
                break;
            case 5:
                groups.UpdateMembers(
                    GroupFixture.Club,
                    [userID],
                    member => member.RoleLevel = more == 0 ? GroupRole.Member : GroupRole.Admin);
                break;
            case 6:
                groups.UpdateMembers(GroupFixture.Club, [userID], member => member.Nickname = $"name {more}");
                break;
            case 7:
                groups.Update(GroupFixture.Club, row => row.GroupName = $"name {more}");
                break;
            case 8:
                groups.UpdateMembers(GroupFixture.Club, [userID], member => member.MuteEndTime = more);
                break;
        }
    }

    /// <summary>A client's copy of a group's members, kept as OpenIM's clients keep it.</summary>
    private sealed class MemberCopy(GroupFixture fixture)
    {
        private readonly Dictionary<string, GroupMemberFullInfo> _members = [];
        private VersionStamp _version = new("", 0);
        private GroupInfo? _group;

        public void SyncAndCompare()
        {
            Sync();
            var members = fixture.Get<GroupTips>();
            Assert.Equal(
                fixture.Groups.MembersOf(GroupFixture.Club).Select(members.WithProfile).OrderBy(member => member.UserID),
                _members.Values.OrderBy(member => member.UserID));
            Assert.Equal(fixture.Groups.Find(GroupFixture.Club), _group);
        }

        private void Sync()
        {
            var caller = GroupFixture.As("olga");
            var changes = fixture.Get<GroupMemberSync>().Incremental(
                caller,
                new GetIncrementalGroupMemberReq
                {
                    GroupID = GroupFixture.Club, VersionID = _version.ID, Version = _version.Version,
                }).Value!;
            if (changes.Full)
            {
                var ids = fixture.Get<MemberReading>()
                    .IDs(caller, new GetGroupMemberUserIDsReq { GroupID = GroupFixture.Club }).Value!.UserIDs;
                _members.Clear();
                Keep(fixture.Get<MemberReading>().Some(
                    caller,
                    new GetGroupMembersInfoReq { GroupID = GroupFixture.Club, UserIDs = { ids } }).Value!.Members);
            }
            foreach (var userID in changes.Delete)
                _members.Remove(userID);
            Keep(changes.Insert);
            Keep(changes.Update);
            _group = changes.Group ?? _group;
            _version = new VersionStamp(changes.VersionID, changes.Version);
        }

        private void Keep(IEnumerable<GroupMemberFullInfo> members)
        {
            foreach (var member in members)
                _members[member.UserID] = member;
        }
    }
}
