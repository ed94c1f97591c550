using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>Who can do what to whom, handing a group over, and what is left of one that was dismissed.</summary>
public sealed class GroupOwnershipTests : IDisposable
{
    private readonly MessagingFixture _fixture = new();

    public GroupOwnershipTests()
    {
        foreach (var userID in new[] { "dave", "erin", "fay" })
            _fixture.Users.TryAdd(new UserInfo { UserID = userID, Nickname = userID });
        // alice owns it, bob and carol are its administrators, dave and erin ordinary members; fay is none.
        _fixture.AddGroup("team", "alice", "bob", "carol", "dave", "erin");
        _fixture.Groups.UpdateMembers("team", ["bob", "carol"], member => member.RoleLevel = GroupRole.Admin);
    }

    [Theory]
    [InlineData("alice", "bob", 0)]
    [InlineData("alice", "dave", 0)]
    [InlineData("alice", "alice", 1001)]
    [InlineData("alice", "fay", 1101)]
    [InlineData("bob", "alice", 1001)]
    [InlineData("bob", "carol", 1002)]
    [InlineData("bob", "dave", 0)]
    [InlineData("dave", "erin", 1002)]
    [InlineData("dave", "bob", 1002)]
    [InlineData("fay", "dave", 1002)]
    [InlineData("imAdmin", "bob", 0)]
    [InlineData("imAdmin", "alice", 1001)]
    public void Who_can_remove_whom(string kicker, string kicked, int code)
    {
        var answer = _fixture.Get<GroupLeaving>().Kick(
            MessagingFixture.As(kicker), new KickGroupMemberReq { GroupID = "team", KickedUserIDs = { kicked } });

        Assert.Equal(code, answer.Error?.Code ?? 0);
        var isMember = _fixture.Groups.FindMember("team", kicked) is not null;
        Assert.Equal(code != 0 && kicked != "fay", isMember);
    }

    [Fact]
    public void One_who_cannot_be_removed_saves_all_who_are_named_with_him()
    {
        var answer = _fixture.Get<GroupLeaving>().Kick(
            MessagingFixture.As("bob"),
            new KickGroupMemberReq { GroupID = "team", KickedUserIDs = { "dave", "carol" } });

        Assert.Equal(1002, answer.Error?.Code);
        Assert.NotNull(_fixture.Groups.FindMember("team", "dave"));
    }

    [Fact]
    public void Members_are_listed_by_role_then_by_when_they_came()
    {
        Assert.Equal(["alice", "bob", "carol", "dave", "erin"], _fixture.Groups.MemberIDs("team"));

        Assert.Null(Transfer("alice", "alice", "erin"));
        _fixture.Groups.UpdateMembers("team", ["dave"], member => member.RoleLevel = GroupRole.Admin);

        Assert.Equal(["erin", "bob", "carol", "dave", "alice"], _fixture.Groups.MemberIDs("team"));
    }

    [Theory]
    [InlineData("alice", "alice", "bob", 0)]
    [InlineData("imAdmin", "alice", "dave", 0)]
    [InlineData("imAdmin", "bob", "dave", 1002)]
    [InlineData("bob", "alice", "bob", 1002)]
    [InlineData("alice", "alice", "alice", 1001)]
    [InlineData("alice", "alice", "fay", 1001)]
    [InlineData("alice", "bob", "dave", 1002)]
    public void Who_can_hand_over_to_whom_and_there_always_is_one_owner(
        string caller, string oldOwner, string newOwner, int code)
    {
        var former = _fixture.Groups.FindMember("team", newOwner)?.RoleLevel;

        Assert.Equal(code, Transfer(caller, oldOwner, newOwner)?.Code ?? 0);

        var owner = Assert.Single(
            _fixture.Groups.MembersOf("team"), member => member.RoleLevel == GroupRole.Owner).UserID;
        Assert.Equal(code == 0 ? newOwner : "alice", owner);
        Assert.Equal(owner, _fixture.Groups.Find("team")!.OwnerUserID);
        if (code == 0)
            Assert.Equal(former, _fixture.Groups.FindMember("team", oldOwner)!.RoleLevel);
    }

    [Fact]
    public void A_muted_member_who_becomes_the_owner_is_heard_again()
    {
        var muteEndTime = _fixture.Time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds();
        _fixture.Groups.UpdateMembers("team", ["bob"], member => member.MuteEndTime = muteEndTime);

        Assert.Null(Transfer("alice", "alice", "bob"));

        Assert.Equal(0, _fixture.Groups.FindMember("team", "bob")!.MuteEndTime);
        Assert.Equal(
            [ContentType.GroupMemberCancelMuted, ContentType.GroupOwnerTransferred],
            _fixture.Pushes.Take("dave")
                .Where(push => push.ConversationID == "sg_team")
                .Select(push => push.Message.ContentType));
    }

    [Theory]
    [InlineData("alice", 0)]
    [InlineData("imAdmin", 0)]
    [InlineData("bob", 1002)]
    [InlineData("fay", 1002)]
    public void Who_can_dismiss(string userID, int code) => Assert.Equal(code, Dismiss(userID)?.Code ?? 0);

    [Fact]
    public void Of_a_dismissed_group_the_conversations_stay_and_nothing_else_can_be_done()
    {
        _fixture.Get<GroupJoining>().Join(
            MessagingFixture.As("fay"),
            new JoinGroupReq { GroupID = "team", InviterUserID = "fay", JoinSource = JoinSource.Search });
        var joined = _fixture.Groups.JoinedLine("dave").Current;
        Assert.Null(_fixture.Send(MessagingFixture.GroupText("alice", "team")));
        _fixture.Pushes.Take("dave");

        Assert.Null(Dismiss("alice"));

        Assert.Equal(
            [("sg_team", ContentType.GroupDismissed), ("n_team", ContentType.GroupDismissed)],
            _fixture.Pushes.Take("dave").Select(push => (push.ConversationID, push.Message.ContentType)));
        var group = _fixture.Groups.Find("team")!;
        Assert.Equal((GroupStatus.Dismissed, 0u, ""), (group.Status, group.MemberCount, group.OwnerUserID));
        Assert.Equal(["team"], _fixture.Groups.JoinedLine("dave").Since(joined.ID, joined.Version).Deleted);
        Assert.Empty(_fixture.Groups.JoinedGroups("dave"));
        Assert.Equal(0, _fixture.Get<ConversationStore>().Find("dave", "sg_team")!.Settings.MaxSeq);

        Assert.Equal(1204, _fixture.Send(MessagingFixture.GroupText("alice", "team"))?.Code);
        Assert.Equal(1004, Dismiss("alice")?.Code);
        Assert.Equal(1004, Dismiss("imAdmin")?.Code);
        Assert.Equal(1204, Transfer("alice", "alice", "bob")?.Code);
        Assert.Equal(1004, Code<GroupLeaving, QuitGroupResp>(
            "dave", (rules, caller) => rules.Quit(caller, new QuitGroupReq { GroupID = "team" })));
        Assert.Equal(1004, Code<GroupLeaving, KickGroupMemberResp>("alice", (rules, caller) =>
            rules.Kick(caller, new KickGroupMemberReq { GroupID = "team", KickedUserIDs = { "dave" } })));
        Assert.Equal(1204, Code<GroupInvitation, InviteUserToGroupResp>("imAdmin", (rules, caller) =>
            rules.Invite(caller, new InviteUserToGroupReq { GroupID = "team", InvitedUserIDs = { "dave" } })));
        Assert.Equal(1204, Code<GroupJoining, JoinGroupResp>("dave", (rules, caller) => rules.Join(
            caller, new JoinGroupReq { GroupID = "team", InviterUserID = "dave", JoinSource = JoinSource.Search })));
        // The request that waited can be answered, by an administrator of the server, but it brings nobody in any more.
        Assert.Null(Code<GroupJoining, GroupApplicationResponseResp>("imAdmin", (rules, caller) => rules.Respond(
            caller, new GroupApplicationResponseReq { GroupID = "team", FromUserID = "fay", HandleResult = 1 })));
        Assert.Equal(0u, _fixture.Groups.Find("team")!.MemberCount);
    }

    [Fact]
    public void The_members_of_a_group_can_be_deleted_without_a_word()
    {
        _fixture.Get<GroupOwnership>().Dismiss(
            MessagingFixture.As("alice"), new DismissGroupReq { GroupID = "team", DeleteMember = true });

        Assert.Empty(_fixture.Pushes.Take("dave"));
        Assert.Equal(0u, _fixture.Groups.Find("team")!.MemberCount);
    }

    [Fact]
    public void Requests_are_shown_to_who_can_answer_them_and_to_who_made_them()
    {
        _fixture.Get<GroupJoining>().Join(
            MessagingFixture.As("fay"),
            new JoinGroupReq { GroupID = "team", InviterUserID = "fay", JoinSource = JoinSource.Search });
        var lists = _fixture.Get<GroupRequestLists>();
        var page = new RequestPagination { PageNumber = 1, ShowNumber = 10 };

        Assert.Equal(1u, lists.Received(MessagingFixture.As("bob"), Received("bob")).Value?.Total);
        Assert.Equal(0u, lists.Received(MessagingFixture.As("dave"), Received("dave")).Value?.Total);
        Assert.Equal(1002, lists.Received(MessagingFixture.As("dave"), Received("dave", "team")).Error?.Code);
        Assert.Equal(1002, lists.Received(MessagingFixture.As("dave"), Received("alice")).Error?.Code);
        // A group that there is not is noticed when there is something to show of the others.
        Assert.Equal(0u, lists.Received(MessagingFixture.As("imAdmin"), Received("imAdmin", "none")).Value?.Total);
        Assert.Equal(1201, lists.Received(MessagingFixture.As("imAdmin"), Received("imAdmin", "none", "team")).Error?.Code);
        Assert.Equal(1u, lists.Sent(MessagingFixture.As("fay"), Sent()).Value?.Total);
        Assert.Equal(0u, lists.Sent(MessagingFixture.As("fay"), Sent(GroupRequestResult.Accepted)).Value?.Total);
        Assert.Equal(1, Waiting("carol", 0));
        Assert.Equal(0, Waiting("carol", _fixture.Time.GetUtcNow().ToUnixTimeMilliseconds()));
        Assert.Equal(0, Waiting("dave", 0));
        Assert.Equal(1u, OfUser("bob", "team").Value?.Total);
        Assert.Equal(1u, OfUser("fay", "team").Value?.Total);
        Assert.Equal(1002, OfUser("dave", "team").Error?.Code);
        Assert.Equal(0u, OfUser("fay", "none").Value?.Total);
        Assert.Equal(500, OfUser("bob", "none").Error?.Code);
        Assert.Equal(1004, lists.Sent(
            MessagingFixture.As("imAdmin"),
            new GetUserReqApplicationListReq { UserID = "nobody", Pagination = page }).Error?.Code);

        GetGroupApplicationListReq Received(string userID, params string[] groupIDs) =>
            new() { FromUserID = userID, Pagination = page, GroupIDs = { groupIDs } };
        GetUserReqApplicationListReq Sent(params int[] results) =>
            new() { UserID = "fay", Pagination = page, HandleResults = { results } };
        long? Waiting(string userID, long since) => lists.CountWaiting(
            MessagingFixture.As(userID),
            new GetGroupApplicationUnhandledCountReq { UserID = userID, Time = since }).Value?.Count;
        Answer<GetSpecifiedUserGroupRequestInfoResp> OfUser(string userID, string groupID) => lists.OfUser(
            MessagingFixture.As(userID),
            new GetSpecifiedUserGroupRequestInfoReq { GroupID = groupID, UserID = "fay" });
    }

    public void Dispose() => _fixture.Dispose();

    private ServerError? Transfer(string caller, string oldOwner, string newOwner) => _fixture.Get<GroupOwnership>()
        .Transfer(MessagingFixture.As(caller), new TransferGroupOwnerReq
        {
            GroupID = "team",
            OldOwnerUserID = oldOwner,
            NewOwnerUserID = newOwner,
        })
        .Error;

    private ServerError? Dismiss(string userID) => _fixture.Get<GroupOwnership>()
        .Dismiss(MessagingFixture.As(userID), new DismissGroupReq { GroupID = "team" })
        .Error;

    private int? Code<TRules, TAnswer>(string userID, Func<TRules, Caller, Answer<TAnswer>> call)
        where TRules : notnull =>
        call(_fixture.Get<TRules>(), MessagingFixture.As(userID)).Error?.Code;
}
