using System.Text.Json;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>Coming into groups and leaving them: who may, what it does to conversations, who is told what.</summary>
public sealed class GroupMembershipTests : IDisposable
{
    private readonly MessagingFixture _fixture = new();

    public GroupMembershipTests()
    {
        foreach (var userID in new[] { "dave", "erin" })
            _fixture.Users.TryAdd(new UserInfo { UserID = userID, Nickname = userID });
    }

    [Fact]
    public void Who_leaves_and_returns_again_and_again_reads_up_to_his_leaving_and_then_all()
    {
        var groupID = Create("alice", members: ["bob"], verification: GroupVerification.Directly);
        for (var round = 0; round < 4; round++)
        {
            Send("alice", groupID);
            if (round % 2 == 0)
                Assert.Null(Quit("bob", groupID));
            else
                Assert.Null(Kick("alice", groupID, "bob"));
            // The line that says so is the last that he sees.
            var newest = Newest(groupID);
            for (var i = 0; i < 3; i++)
                Send("alice", groupID);
            Assert.Equal(newest, Row("bob", groupID).MaxSeq);
            Assert.Equal(newest, ReadableBy("bob", groupID).Max());

            if (round % 2 == 0)
                Assert.Null(Invite("alice", groupID, "bob"));
            else
                Assert.Null(Join("bob", groupID));
            Assert.Equal(0, Row("bob", groupID).MaxSeq);
            var all = Enumerable.Range(1, (int)Newest(groupID)).Select(seq => (long)seq);
            Assert.Equal(all, ReadableBy("bob", groupID));
        }
    }

    [Fact]
    public void Without_history_for_new_members_each_return_begins_anew()
    {
        using var fixture = new MessagingFixture(new SandboxOptions { HistoryForNewMembers = false });
        fixture.AddGroup("team", "alice");
        fixture.Send(MessagingFixture.GroupText("alice", "team"));
        fixture.Get<GroupInvitation>().Invite(
            MessagingFixture.As("alice"), new InviteUserToGroupReq { GroupID = "team", InvitedUserIDs = { "bob" } });
        Assert.Equal(2, Oldest());
        fixture.Get<GroupLeaving>().Quit(MessagingFixture.As("bob"), new QuitGroupReq { GroupID = "team" });
        fixture.Send(MessagingFixture.GroupText("alice", "team"));
        fixture.Get<GroupInvitation>().Invite(
            MessagingFixture.As("alice"), new InviteUserToGroupReq { GroupID = "team", InvitedUserIDs = { "bob" } });
        // 1 and 4 are texts, 2 and 3 the lines about coming and leaving.
        Assert.Equal(5, Oldest());

        long Oldest() => fixture.Get<MessageLogs>().Find("sg_team")!.BoundsOf("bob", newest: 0).Lower;
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void A_kick_is_told_in_as_many_forms_as_the_call_wants_and_each_freezes_the_conversation(
        bool? sendMessage, int forms)
    {
        var groupID = Create("alice", members: ["bob", "carol"]);
        Send("alice", groupID);
        Forget();
        var request = new KickGroupMemberReq { GroupID = groupID, KickedUserIDs = { "bob" } };
        if (sendMessage is { } copied)
            request.SendMessage = copied;

        Assert.True(_fixture.Get<GroupLeaving>().Kick(MessagingFixture.As("alice"), request).IsOk);

        var bob = Types("bob");
        Assert.Equal(forms, bob.Count(type => type == ContentType.ConversationChanged));
        Assert.Equal(forms, bob.Count(type => type == ContentType.MemberKicked));
        Assert.Equal(forms, Types("carol").Count);
    }

    [Theory]
    [InlineData("alice", 2, 0)]
    [InlineData("imAdmin", 3, 1)]
    public void Who_calls_speaks_for_himself_only_but_an_administrator_of_the_server_for_all(
        string caller, int toldOfKick, int toldOfInvitation)
    {
        var groupID = Create("alice", members: ["bob"]);
        Send("alice", groupID);
        var line = _fixture.Get<ConversationStore>().Of("bob").Versions;
        Forget();

        var before = line.Current.Version;
        Assert.Null(Kick(caller, groupID, "bob"));
        Assert.Equal(toldOfKick, Types("bob").Count(type => type == ContentType.ConversationChanged));
        Assert.Equal(before + 3, line.Current.Version);

        Assert.Null(Invite(caller, groupID, "bob"));
        Assert.Equal(toldOfInvitation, Types("bob").Count(type => type == ContentType.ConversationChanged));
        Assert.Equal(before + 5, line.Current.Version);

        Assert.Null(Quit("bob", groupID));
        Assert.Equal(3, Types("bob").Count(type => type == ContentType.ConversationChanged));
        Assert.Equal(before + 8, line.Current.Version);
    }

    [Fact]
    public void Outsiders_do_not_learn_which_users_there_are_by_inviting_them()
    {
        var groupID = Create("alice", members: ["bob"]);

        Assert.Equal(1002, Invite("carol", groupID, "nobody")?.Code);
        Assert.Equal(1004, Invite("bob", groupID, "nobody")?.Code);
    }

    [Fact]
    public void A_request_to_a_group_that_was_dismissed_can_be_answered_and_brings_nobody_in()
    {
        var groupID = Create("alice", members: ["bob"]);
        Assert.Null(Join("carol", groupID));
        _fixture.Get<GroupOwnership>().Dismiss(MessagingFixture.As("alice"), new DismissGroupReq { GroupID = groupID });
        Forget();

        Assert.Equal(1004, Respond("alice", groupID, "carol", GroupRequestResult.Accepted)?.Code);
        Assert.Null(Respond("imAdmin", groupID, "carol", GroupRequestResult.Accepted));

        Assert.Equal([ContentType.GroupApplicationAccepted], Types("carol"));
        Assert.Empty(_fixture.Groups.MemberIDs(groupID));
    }

    [Fact]
    public void A_request_that_was_answered_can_be_made_anew_and_waits_again()
    {
        var groupID = Create("alice", members: [], admins: ["bob"]);
        Assert.Null(Join("carol", groupID, "first"));
        Assert.Null(Respond("bob", groupID, "carol", GroupRequestResult.Refused));
        Assert.Equal(1206, Respond("alice", groupID, "carol", GroupRequestResult.Accepted)?.Code);

        Assert.Null(Join("carol", groupID, "second"));

        var waiting = Assert.Single(_fixture.Get<GroupRequestStore>().Where(static _ => true));
        Assert.Equal(("second", GroupRequestResult.Waiting), (waiting.ReqMsg, waiting.HandleResult));
        Assert.Null(Respond("alice", groupID, "carol", GroupRequestResult.Accepted));
        var member = _fixture.Groups.FindMember(groupID, "carol")!;
        Assert.Equal(
            (JoinSource.Search, "alice", ""), (member.JoinSource, member.OperatorUserID, member.InviterUserID));
        // Once a member, there is nothing to ask for.
        Assert.Equal(1001, Join("carol", groupID)?.Code);
    }

    [Fact]
    public void One_who_came_in_while_his_request_waited_is_accepted_without_coming_in_twice()
    {
        var groupID = Create("alice", members: []);
        Join("bob", groupID);
        Invite("alice", groupID, "bob");
        var before = _fixture.Groups.FindMember(groupID, "bob");
        Forget();

        Assert.Null(Respond("alice", groupID, "bob", GroupRequestResult.Accepted));

        Assert.Same(before, _fixture.Groups.FindMember(groupID, "bob"));
        Assert.Equal([ContentType.GroupApplicationAccepted], Types("bob"));
    }

    [Fact]
    public void Where_all_need_approval_an_ordinary_member_only_proposes_and_is_the_applicant()
    {
        var groupID = Create("alice", members: ["bob"], verification: GroupVerification.AllNeedApproval);
        Forget();

        Assert.Null(Invite("bob", groupID, "carol", "dave"));

        Assert.Null(_fixture.Groups.FindMember(groupID, "carol"));
        Assert.Empty(_fixture.Pushes.Take("carol"));
        // To the owner, and to the inviter: himself, and his devices for what went to the owner.
        var proposals = _fixture.Pushes.Take("alice")
            .Select(push => Tips<JoinGroupApplicationTips>(push.Message))
            .ToList();
        Assert.Equal(["carol", "dave"], proposals.Select(tips => tips.Request.UserInfo.UserID));
        Assert.All(proposals, tips => Assert.Equal("bob", tips.Applicant.UserID));
        Assert.Equal(4, _fixture.Pushes.Take("bob").Count);

        Assert.Null(Respond("alice", groupID, "carol", GroupRequestResult.Accepted));

        Assert.Contains(ContentType.MemberInvited, Types("carol"));
        Assert.Equal("bob", _fixture.Groups.FindMember(groupID, "carol")!.InviterUserID);
        Assert.Null(Invite("alice", groupID, "erin"));
        Assert.NotNull(_fixture.Groups.FindMember(groupID, "erin"));
    }

    [Fact]
    public void All_receivers_of_one_request_get_the_same_uuid_and_everybody_once()
    {
        var groupID = Create("alice", members: [], admins: ["bob", "carol"]);
        Forget();

        Join("dave", groupID);

        var uuids = new[] { "alice", "bob", "carol" }
            .Select(userID => Tips<JoinGroupApplicationTips>(Assert.Single(_fixture.Pushes.Take(userID)).Message).Uuid)
            .ToList();
        Assert.Single(uuids.Distinct());
        Assert.Equal(4, _fixture.Pushes.Take("dave").Count);
    }

    [Fact]
    public void More_than_a_thousand_cannot_be_named_in_one_call_and_nobody_twice()
    {
        string[] many = [.. Enumerable.Range(0, 1001).Select(i => $"user{i}")];
        _fixture.Users.TryAdd([.. many.Select(userID => new UserInfo { UserID = userID, Nickname = userID })]);

        Assert.Equal(1001, TryCreate("alice", many).Error?.Code);
        Assert.Equal(1001, TryCreate("alice", ["bob", "bob"]).Error?.Code);
        Assert.Equal(1001, TryCreate("alice", ["alice"]).Error?.Code);
        Assert.Equal(1101, TryCreate("alice", ["nobody"]).Error?.Code);
        var groupID = TryCreate("alice", many[..1000]).Value!.GroupInfo.GroupID;
        Assert.Equal(1001u, _fixture.Groups.Find(groupID)!.MemberCount);
        Assert.Equal(1001, Invite("alice", groupID, many)?.Code);
        Assert.Equal(1001, Invite("alice", groupID, "bob", "bob")?.Code);
        Assert.Equal(1001, Invite("alice", groupID)?.Code);
        Assert.Equal(1001, Kick("alice", groupID, "user1", "user1")?.Code);
        Assert.Equal(1001, Kick("alice", groupID)?.Code);
    }

    [Fact]
    public void Invitations_are_told_fifty_at_a_time_and_one_who_is_in_already_stops_what_follows()
    {
        string[] many = [.. Enumerable.Range(0, 120).Select(i => $"user{i}")];
        _fixture.Users.TryAdd([.. many.Select(userID => new UserInfo { UserID = userID, Nickname = userID })]);
        var groupID = Create("alice", members: [many[110]]);
        Forget();

        Assert.Equal(500, Invite("alice", groupID, many)?.Code);

        // Two batches came in, the third one not at all.
        Assert.Equal(102u, _fixture.Groups.Find(groupID)!.MemberCount);
        var told = LinesOfChats("alice");
        Assert.Equal([50, 50], told.Select(message => Tips<MemberInvitedTips>(message).InvitedUserList.Count));
    }

    [Fact]
    public void An_administrator_of_the_server_who_makes_a_group_is_counted_but_no_member()
    {
        _fixture.Users.TryAdd(new UserInfo { UserID = "imAdmin", Nickname = "superAdmin" });
        var answer = _fixture.Get<GroupCreation>().Create(MessagingFixture.As("imAdmin"), new CreateGroupReq
        {
            OwnerUserID = "alice",
            MemberUserIDs = { "bob" },
            GroupInfo = new GroupInfo { GroupID = "mine", GroupType = 2, CreatorUserID = "someone" },
        });

        Assert.Equal(3u, answer.Value?.GroupInfo.MemberCount);
        Assert.Equal("someone", answer.Value?.GroupInfo.CreatorUserID);
        Assert.Equal(["alice", "bob"], _fixture.Groups.MemberIDs("mine"));
        var tips = Tips<GroupCreatedTips>(_fixture.Pushes.Take("bob")[0].Message);
        Assert.Equal(
            ("superAdmin", GroupRole.Admin, AppManagerLevel.Admin),
            (tips.OpUser.Nickname, tips.OpUser.RoleLevel, tips.OpUser.AppMangerLevel));
        Assert.Equal(["alice", "bob"], tips.MemberList.Select(member => member.UserID));
        Assert.Equal("alice", tips.GroupOwnerUser.UserID);
        Assert.Equal(1202, _fixture.Get<GroupCreation>().Create(MessagingFixture.As("alice"), new CreateGroupReq
        {
            OwnerUserID = "alice",
            GroupInfo = new GroupInfo { GroupID = "mine", GroupType = 2 },
        }).Error?.Code);
    }

    [Fact]
    public void A_group_that_is_made_with_an_announcement_tells_both()
    {
        _fixture.Get<GroupCreation>().Create(MessagingFixture.As("alice"), new CreateGroupReq
        {
            OwnerUserID = "alice",
            MemberUserIDs = { "bob" },
            GroupInfo = new GroupInfo { GroupType = 2, Notification = "be kind" },
        });

        var lines = LinesOfChats("bob");
        Assert.Equal(
            [ContentType.GroupCreated, ContentType.GroupInfoSetAnnouncement],
            lines.Select(message => message.ContentType));
        Assert.Equal("alice", lines[1].SenderNickname);
        Assert.Equal("be kind", Tips<GroupInfoSetAnnouncementTips>(lines[1]).Group.Notification);
    }

    [Fact]
    public void Silently_made_rows_come_with_the_first_message()
    {
        var request = Request("alice", ["bob"], []);
        request.SendMessage = false;
        var answer = _fixture.Get<GroupCreation>().Create(MessagingFixture.As("alice"), request);
        var groupID = answer.Value!.GroupInfo.GroupID;

        var only = Assert.Single(_fixture.Pushes.Take("bob"));
        Assert.Equal(($"n_{groupID}", 0), (only.ConversationID, only.Message.Seq));
        Assert.Null(_fixture.Get<ConversationStore>().Find("bob", $"sg_{groupID}"));
        Send("alice", groupID);
        Assert.NotNull(_fixture.Get<ConversationStore>().Find("bob", $"sg_{groupID}"));
    }

    [Fact]
    public void Mentions_leave_the_rows_as_they_are()
    {
        var groupID = Create("alice", members: ["bob"]);
        var mention = MessagingFixture.GroupText("alice", groupID);
        mention.ContentType = ContentType.AtText;
        mention.AtUserIDList.Add(["bob", "AtAllTag"]);

        Assert.Null(_fixture.Send(mention));

        Assert.Equal(0, Row("bob", groupID).GroupAtType);
    }

    public void Dispose() => _fixture.Dispose();

    private static CreateGroupReq Request(string owner, string[] members, string[] admins, int verification = 0) =>
        new()
        {
            OwnerUserID = owner,
            MemberUserIDs = { members },
            AdminUserIDs = { admins },
            GroupInfo = new GroupInfo { GroupName = "Team", GroupType = 2, NeedVerification = verification },
        };

    private Answer<CreateGroupResp> TryCreate(string owner, string[] members) =>
        _fixture.Get<GroupCreation>().Create(MessagingFixture.As(owner), Request(owner, members, []));

    private string Create(string owner, string[] members, string[]? admins = null, int verification = 0) =>
        _fixture.Get<GroupCreation>()
            .Create(MessagingFixture.As(owner), Request(owner, members, admins ?? [], verification))
            .Value!.GroupInfo.GroupID;

    private ServerError? Join(string userID, string groupID, string reqMessage = "") =>
        _fixture.Get<GroupJoining>().Join(MessagingFixture.As(userID), new JoinGroupReq
        {
            GroupID = groupID,
            InviterUserID = userID,
            ReqMessage = reqMessage,
            JoinSource = JoinSource.Search,
        }).Error;

    private ServerError? Respond(string userID, string groupID, string from, int result) =>
        _fixture.Get<GroupJoining>().Respond(
            MessagingFixture.As(userID),
            new GroupApplicationResponseReq { GroupID = groupID, FromUserID = from, HandleResult = result }).Error;

    private ServerError? Invite(string userID, string groupID, params string[] invited) =>
        _fixture.Get<GroupInvitation>().Invite(
            MessagingFixture.As(userID),
            new InviteUserToGroupReq { GroupID = groupID, InvitedUserIDs = { invited } }).Error;

    private ServerError? Quit(string userID, string groupID) => _fixture.Get<GroupLeaving>()
        .Quit(MessagingFixture.As(userID), new QuitGroupReq { GroupID = groupID, UserID = userID }).Error;

    private ServerError? Kick(string userID, string groupID, params string[] kicked) => _fixture.Get<GroupLeaving>()
        .Kick(
            MessagingFixture.As(userID), new KickGroupMemberReq { GroupID = groupID, KickedUserIDs = { kicked } })
        .Error;

    private void Send(string userID, string groupID) =>
        Assert.Null(_fixture.Send(MessagingFixture.GroupText(userID, groupID)));

    private long Newest(string groupID) => _fixture.Get<MessageLogs>().MaxSeqOf($"sg_{groupID}");

    private ConversationSettings Row(string userID, string groupID) =>
        _fixture.Get<ConversationStore>().Find(userID, $"sg_{groupID}")!.Settings;

    private IEnumerable<long> ReadableBy(string userID, string groupID) => _fixture.Get<MessagePulls>()
        .Ranges(MessagingFixture.As(userID), new PullMessageBySeqsReq
        {
            UserID = userID,
            SeqRanges = { new SeqRange { ConversationID = $"sg_{groupID}", Begin = 1, End = 1000, Num = 1000 } },
        })
        .Value!.Msgs[$"sg_{groupID}"].Msgs.Select(message => message.Seq);

    private void Forget()
    {
        foreach (var userID in new[] { "alice", "bob", "carol", "dave", "erin" })
            _fixture.Pushes.Take(userID);
    }

    private List<int> Types(string userID) =>
        [.. _fixture.Pushes.Take(userID).Select(push => push.Message.ContentType)];

    private List<MsgData> LinesOfChats(string userID) =>
    [
        .. _fixture.Pushes.Take(userID)
            .Where(push => !ConversationID.IsNotification(push.ConversationID))
            .Select(push => push.Message),
    ];

    private static T Tips<T>(MsgData message)
    {
        var element = JsonSerializer.Deserialize<NotificationElem>(message.Content.Span, OpenImJson.Options)!;
        return JsonSerializer.Deserialize<T>(element.Detail, OpenImJson.Options)!;
    }
}
