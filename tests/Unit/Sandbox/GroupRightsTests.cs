using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>Who may do what in a group, and to whom: the codes that each caller gets.</summary>
public sealed class GroupRightsTests : IDisposable
{
    private readonly GroupFixture _fixture = new();

    //                        owner  administrator  member  outsider  server's administrator
    [Theory]
    [InlineData("read members", 0, 0, 0, 1002, 0)]
    [InlineData("read ids", 0, 0, 0, 1002, 0)]
    [InlineData("read some", 0, 0, 0, 1002, 0)]
    [InlineData("read abstract", 0, 0, 0, 1002, 0)]
    [InlineData("read group", 0, 0, 0, 0, 0)]
    [InlineData("sync members", 0, 0, 0, 1002, 0)]
    [InlineData("sync many", 0, 0, 0, 1002, 0)]
    [InlineData("full ids", 0, 0, 0, 1002, 0)]
    [InlineData("set group", 0, 0, 1002, 1004, 0)]
    [InlineData("set group, old form", 0, 0, 1002, 1004, 0)]
    [InlineData("mute group", 0, 0, 1002, 1002, 0)]
    [InlineData("unmute group", 0, 0, 1002, 1002, 0)]
    public void On_the_group(string what, int owner, int admin, int member, int outsider, int server)
    {
        Assert.Equal(
            (owner, admin, member, outsider, server),
            (Code(what, "olga"), Code(what, "adam"), Code(what, "mia"), Code(what, "otto"), Code(what, "imAdmin")));
    }

    //                      on the:      owner  administrator  member  outsider
    [Theory]
    [InlineData("mute", "olga", 1002, 0, 0, 1004)]
    [InlineData("mute", "adam", 1002, 1002, 0, 1004)]
    [InlineData("mute", "mia", 1002, 1002, 1002, 1004)]
    [InlineData("mute", "otto", 1002, 1004, 1004, 1004)]
    [InlineData("mute", "imAdmin", 0, 0, 0, 1004)]
    [InlineData("unmute", "olga", 1002, 0, 0, 1004)]
    [InlineData("unmute", "adam", 1002, 1002, 0, 1004)]
    [InlineData("unmute", "mia", 1002, 1002, 1002, 1004)]
    [InlineData("unmute", "otto", 1002, 1004, 1004, 1004)]
    [InlineData("unmute", "imAdmin", 0, 0, 0, 1004)]
    [InlineData("name", "olga", 0, 0, 0, 1001)]
    [InlineData("name", "adam", 1002, 1002, 0, 1001)]
    [InlineData("name", "mia", 1002, 1002, 1002, 1001)]
    [InlineData("name", "otto", 1002, 1002, 1002, 1001)]
    [InlineData("name", "imAdmin", 0, 0, 0, 1001)]
    [InlineData("make administrator", "olga", 1001, 0, 0, 1001)]
    [InlineData("make administrator", "adam", 1002, 1002, 0, 1001)]
    [InlineData("make administrator", "mia", 1002, 1002, 1002, 1001)]
    [InlineData("make administrator", "imAdmin", 0, 0, 0, 1001)]
    [InlineData("make ordinary", "olga", 1001, 0, 0, 1001)]
    [InlineData("make ordinary", "adam", 1002, 1002, 0, 1001)]
    [InlineData("make ordinary", "mia", 1002, 1002, 1002, 1001)]
    [InlineData("make owner", "olga", 1002, 1002, 1002, 1002)]
    public void On_another(string what, string caller, int owner, int admin, int member, int outsider)
    {
        // Each tries it on another than himself where there is one.
        var (admins, members) = (caller == "adam" ? "ada" : "adam", caller == "mia" ? "max" : "mia");
        int[] codes = [.. new[] { "olga", admins, members, caller == "otto" ? "nobody" : "otto" }.Select(target =>
        {
            using var fixture = new GroupFixture();
            return OnMember(fixture, what, caller, target);
        })];

        Assert.Equal([owner, admin, member, outsider], codes);
    }

    //                          olga  adam  mia
    [Theory]
    [InlineData("name", 0, 0, 0)]
    [InlineData("make administrator", 1001, 0, 1002)]
    [InlineData("make ordinary", 1001, 0, 0)]
    [InlineData("mute", 1002, 1002, 1002)]
    public void On_oneself(string what, int owner, int admin, int member)
    {
        Assert.Equal(
            (owner, admin, member),
            (OnMember(_fixture, what, "olga", "olga"), OnMember(_fixture, what, "adam", "adam"),
                OnMember(_fixture, what, "mia", "mia")));
    }

    [Fact]
    public void One_forbidden_change_leaves_all_others_undone()
    {
        SetGroupMemberInfoReq request = new()
        {
            Members =
            {
                new SetGroupMemberInfo { GroupID = GroupFixture.Club, UserID = "mia", Nickname = "Mimi" },
                new SetGroupMemberInfo { GroupID = GroupFixture.Club, UserID = "olga", Nickname = "Boss" },
            },
        };
        var version = _fixture.Groups.MemberLine(GroupFixture.Club).Current;

        var answer = _fixture.Get<GroupMemberChanges>().Set(GroupFixture.As("adam"), request);

        Assert.Equal(1002, answer.Error?.Code);
        Assert.Equal("", _fixture.Groups.FindMember(GroupFixture.Club, "mia")?.Nickname);
        Assert.Equal(version, _fixture.Groups.MemberLine(GroupFixture.Club).Current);
        Assert.Empty(_fixture.TakeTypes("mia"));
    }

    [Fact]
    public void The_same_member_twice_in_one_call_is_refused()
    {
        SetGroupMemberInfo change = new() { GroupID = GroupFixture.Club, UserID = "mia", Nickname = "Mimi" };

        var answer = _fixture.Get<GroupMemberChanges>().Set(
            GroupFixture.As("olga"), new SetGroupMemberInfoReq { Members = { change, change } });

        Assert.Equal(1001, answer.Error?.Code);
    }

    [Theory]
    [InlineData("set group", "olga", 1004)]
    [InlineData("set group", "imAdmin", 1204)]
    [InlineData("mute group", "olga", 1002)]
    [InlineData("mute group", "imAdmin", 1204)]
    [InlineData("sync members", "mia", 1002)]
    [InlineData("sync members", "imAdmin", 1204)]
    [InlineData("read group", "otto", 0)]
    public void After_it_was_dismissed(string what, string caller, int code)
    {
        _fixture.Get<GroupOwnership>().Dismiss(
            GroupFixture.As("olga"), new DismissGroupReq { GroupID = GroupFixture.Club });

        Assert.Equal(code, Code(what, caller));
    }

    [Theory]
    [InlineData("set group", "olga", 1004)]
    [InlineData("set group", "imAdmin", 1004)]
    [InlineData("mute group", "olga", 1002)]
    [InlineData("mute group", "imAdmin", 1004)]
    [InlineData("sync members", "olga", 1002)]
    [InlineData("sync members", "imAdmin", 1004)]
    [InlineData("read members", "olga", 1002)]
    [InlineData("read abstract", "imAdmin", 1201)]
    public void Of_a_group_that_there_is_not(string what, string caller, int code) =>
        Assert.Equal(code, Code(what, caller, "nothing"));

    public void Dispose() => _fixture.Dispose();

    private int Code(string what, string userID, string groupID = GroupFixture.Club)
    {
        var caller = GroupFixture.As(userID);
        var page = GroupFixture.FirstPage;
        GetIncrementalGroupMemberReq since = new() { GroupID = groupID };
        return (what switch
        {
            "read members" => _fixture.Get<MemberReading>()
                .OnePage(caller, new GetGroupMemberListReq { GroupID = groupID, Pagination = page }).Error,
            "read ids" => _fixture.Get<MemberReading>()
                .IDs(caller, new GetGroupMemberUserIDsReq { GroupID = groupID }).Error,
            "read some" => _fixture.Get<MemberReading>()
                .Some(caller, new GetGroupMembersInfoReq { GroupID = groupID, UserIDs = { "mia" } }).Error,
            "read abstract" => _fixture.Get<GroupReading>()
                .Abstracts(caller, new GetGroupAbstractInfoReq { GroupIDs = { groupID } }).Error,
            "read group" => _fixture.Get<GroupReading>()
                .Infos(caller, new GetGroupsInfoReq { GroupIDs = { groupID } }).Error,
            "sync members" => _fixture.Get<GroupMemberSync>().Incremental(caller, since).Error,
            "sync many" => _fixture.Get<GroupMemberSync>().IncrementalOfMany(
                caller, new BatchGetIncrementalGroupMemberReq { UserID = userID, ReqList = { since } }).Error,
            "full ids" => _fixture.Get<GroupMemberSync>()
                .FullIDs(caller, new GetFullGroupMemberUserIDsReq { GroupID = groupID }).Error,
            "set group" => _fixture.Get<GroupInfoChanges>()
                .SetEx(caller, new SetGroupInfoExReq { GroupID = groupID, GroupName = "new" }).Error,
            "set group, old form" => _fixture.Get<GroupInfoChanges>().Set(
                caller,
                new SetGroupInfoReq
                {
                    GroupInfoForSet = new GroupInfoForSet { GroupID = groupID, GroupName = "new" },
                }).Error,
            "mute group" => _fixture.Get<GroupMuting>()
                .MuteGroup(caller, new MuteGroupReq { GroupID = groupID }).Error,
            "unmute group" => _fixture.Get<GroupMuting>()
                .CancelMuteGroup(caller, new CancelMuteGroupReq { GroupID = groupID }).Error,
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        })?.Code ?? 0;
    }

    private static int OnMember(GroupFixture fixture, string what, string caller, string target)
    {
        return (what switch
        {
            "mute" => fixture.Get<GroupMuting>().MuteMember(
                GroupFixture.As(caller),
                new MuteGroupMemberReq { GroupID = GroupFixture.Club, UserID = target, MutedSeconds = 60 }).Error,
            "unmute" => fixture.Get<GroupMuting>().CancelMuteMember(
                GroupFixture.As(caller),
                new CancelMuteGroupMemberReq { GroupID = GroupFixture.Club, UserID = target }).Error,
            "name" => Set(new SetGroupMemberInfo { Nickname = "new" }),
            "make administrator" => Set(new SetGroupMemberInfo { RoleLevel = GroupRole.Admin }),
            "make ordinary" => Set(new SetGroupMemberInfo { RoleLevel = GroupRole.Member }),
            "make owner" => Set(new SetGroupMemberInfo { RoleLevel = GroupRole.Owner }),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        })?.Code ?? 0;

        ServerError? Set(SetGroupMemberInfo change)
        {
            (change.GroupID, change.UserID) = (GroupFixture.Club, target);
            return fixture.Get<GroupMemberChanges>().Set(
                GroupFixture.As(caller), new SetGroupMemberInfoReq { Members = { change } }).Error;
        }
    }
}
