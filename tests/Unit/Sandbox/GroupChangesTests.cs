using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>What changes of groups, members and profiles do, and who learns it.</summary>
public sealed class GroupChangesTests : IDisposable
{
    private readonly GroupFixture _fixture = new();

    [Fact]
    public void One_call_tells_the_text_then_the_name_then_the_rest_under_one_version()
    {
        var before = _fixture.Groups.MemberLine(GroupFixture.Club).Current.Version;

        SetEx("adam", new SetGroupInfoExReq { GroupName = "Choir", Notification = "at ten", Ex = "x" });

        var pushes = _fixture.Pushes.Take("mia");
        Assert.Equal(
            [
                (ContentType.GroupInfoSetAnnouncement, true), (ContentType.GroupInfoSetAnnouncement, false),
                (ContentType.GroupInfoSetName, true), (ContentType.GroupInfoSetName, false),
                (ContentType.GroupInfoSet, false),
            ],
            pushes.Select(push => (push.Message.ContentType, push.ConversationID == "sg_club")));
        Assert.Equal(before + 1, _fixture.Groups.MemberLine(GroupFixture.Club).Current.Version);
        var tips = GroupFixture.TipsOf<GroupInfoSetTips>(pushes[^1].Message);
        Assert.Equal(("adam", "Choir", before + 1), (tips.OpUser.UserID, tips.Group.GroupName, tips.GroupMemberVersion));
        // Who sent it is shown with the text and with the rest, not with the name.
        Assert.Equal(
            ["adam's name", "adam's name", "", "", "adam's name"],
            pushes.Select(push => push.Message.SenderNickname));
    }

    [Fact]
    public void A_text_remembers_who_wrote_it_when_and_clearing_it_is_no_line_of_the_chat()
    {
        SetEx("adam", new SetGroupInfoExReq { Notification = "at ten" });
        var group = _fixture.Groups.Find(GroupFixture.Club)!;
        Assert.Equal("adam", group.NotificationUserID);
        Assert.Equal(_fixture.Time.GetUtcNow().ToUnixTimeMilliseconds(), group.NotificationUpdateTime);
        _fixture.Pushes.Take("mia");

        SetEx("adam", new SetGroupInfoExReq { Notification = "" });

        Assert.Equal([(ContentType.GroupInfoSetAnnouncement, false)], _fixture.TakeTypes("mia"));
        Assert.Equal("", _fixture.Groups.Find(GroupFixture.Club)?.Notification);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_blank_name_changes_nothing_at_all_and_nobody_is_told(string name)
    {
        SetEx("adam", new SetGroupInfoExReq { GroupName = name, Ex = "x" });

        Assert.Equal("", _fixture.Groups.Find(GroupFixture.Club)?.Ex);
        Assert.Empty(_fixture.TakeTypes("mia"));
    }

    [Fact]
    public void The_older_form_leaves_empty_texts_alone_and_the_newer_one_stores_them()
    {
        SetEx("adam", new SetGroupInfoExReq { Introduction = "we sing", FaceURL = "face" });
        var answer = _fixture.Get<GroupInfoChanges>().Set(
            GroupFixture.As("adam"),
            new SetGroupInfoReq
            {
                GroupInfoForSet = new GroupInfoForSet { GroupID = GroupFixture.Club, FaceURL = "other", Ex = "" },
            });
        Assert.Null(answer.Error);
        Assert.Equal(("we sing", "other"), Texts());

        SetEx("adam", new SetGroupInfoExReq { Introduction = "" });
        Assert.Equal(("", "other"), Texts());

        (string, string) Texts()
        {
            var group = _fixture.Groups.Find(GroupFixture.Club)!;
            return (group.Introduction, group.FaceURL);
        }
    }

    [Fact]
    public void Only_a_text_of_the_servers_administrator_marks_everybodys_conversation()
    {
        SetEx("olga", new SetGroupInfoExReq { Notification = "one" });
        Assert.Equal(0, MarkOf("mia"));
        Assert.DoesNotContain((ContentType.ConversationChanged, false), _fixture.TakeTypes("mia"));

        SetEx("imAdmin", new SetGroupInfoExReq { Notification = "two" });
        Assert.Equal(4, MarkOf("mia"));
        Assert.Contains((ContentType.ConversationChanged, false), _fixture.TakeTypes("mia"));

        // A text that is taken away, or only blank, is nothing to read.
        SetEx("imAdmin", new SetGroupInfoExReq { Notification = "  " });
        Assert.Equal("", _fixture.Groups.Find(GroupFixture.Club)?.Notification);
        Assert.Equal([(ContentType.GroupInfoSetAnnouncement, false)], _fixture.TakeTypes("mia"));

        int MarkOf(string userID) =>
            _fixture.Get<ConversationStore>().Find(userID, "sg_club")?.Settings.GroupAtType ?? 0;
    }

    [Fact]
    public void Roles_and_names_in_one_call_have_a_version_each_and_are_told_with_the_last()
    {
        var before = _fixture.Groups.MemberLine(GroupFixture.Club).Current.Version;
        var answer = _fixture.Get<GroupMemberChanges>().Set(GroupFixture.As("olga"), new SetGroupMemberInfoReq
        {
            Members =
            {
                new SetGroupMemberInfo
                {
                    GroupID = GroupFixture.Club, UserID = "mia", RoleLevel = GroupRole.Admin, Nickname = "Mimi",
                },
                new SetGroupMemberInfo { GroupID = GroupFixture.Club, UserID = "max", Ex = "x" },
                new SetGroupMemberInfo { GroupID = GroupFixture.Club, UserID = "ada" },
            },
        });

        Assert.Null(answer.Error);
        Assert.Equal(before + 2, _fixture.Groups.MemberLine(GroupFixture.Club).Current.Version);
        var pushes = _fixture.Pushes.Take("adam");
        Assert.Equal(
            [
                (ContentType.GroupMemberSetToAdmin, "mia"), (ContentType.GroupMemberInfoSet, "mia"),
                (ContentType.GroupMemberInfoSet, "max"),
            ],
            pushes.Select(push => (
                push.Message.ContentType,
                GroupFixture.TipsOf<GroupMemberInfoSetTips>(push.Message).ChangedUser.UserID)));
        Assert.All(pushes, push =>
        {
            var tips = GroupFixture.TipsOf<GroupMemberInfoSetTips>(push.Message);
            Assert.Equal((before + 2, before + 1), (tips.GroupMemberVersion, tips.GroupSortVersion));
        });
    }

    [Fact]
    public void A_new_profile_is_told_to_the_groups_that_show_it()
    {
        foreach (var (groupID, nickname, faceURL) in new[] { ("plain", "", ""), ("named", "Mi", ""), ("own", "Mi", "f") })
        {
            _fixture.Create(groupID, ("olga", GroupRole.Owner), ("mia", GroupRole.Member));
            _fixture.Groups.UpdateMembers(
                groupID, ["mia"], member => (member.Nickname, member.FaceURL) = (nickname, faceURL));
        }
        Update(new UserInfoWithEx { UserID = "mia", Nickname = "New", FaceURL = "new" });

        Dictionary<string, (string, string)> told = _fixture.Pushes.Take("olga").ToDictionary(
            push => push.ConversationID,
            push =>
            {
                var shown = GroupFixture.TipsOf<GroupMemberInfoSetTips>(push.Message).ChangedUser;
                return (shown.Nickname, shown.FaceURL);
            });
        Assert.Equal(
            new Dictionary<string, (string, string)>
            {
                ["n_club"] = ("New", "new"), ["n_plain"] = ("New", "new"), ["n_named"] = ("Mi", "new"),
            },
            told);

        Update(new UserInfoWithEx { UserID = "mia", Ex = "only this" });
        Assert.Empty(_fixture.TakeTypes("olga"));
    }

    [Fact]
    public void An_administrator_of_the_server_who_changes_a_profile_is_shown_as_his_own_operator()
    {
        var change = new UserInfoWithEx { UserID = "mia", Nickname = "New" };
        _fixture.Get<UserRules>().UpdateEx(GroupFixture.As("imAdmin"), new UpdateUserInfoExReq { UserInfo = change });

        var told = GroupFixture.TipsOf<GroupMemberInfoSetTips>(Assert.Single(_fixture.Pushes.Take("olga")).Message);
        Assert.Equal(
            ("imAdmin", "imAdmin", GroupRole.Admin),
            (told.OpUser.UserID, told.OpUser.OperatorUserID, told.OpUser.RoleLevel));
    }

    [Fact]
    public void Pages_of_members_join_to_the_whole_list()
    {
        for (var i = 0; i < 20; i++)
            _fixture.Groups.TryAddMembers(GroupFixture.Club, [_fixture.NewMember(GroupFixture.Club, $"user{i}")]);
        var all = _fixture.Groups.MemberIDs(GroupFixture.Club);

        var pages = Enumerable.Range(1, 9).Select(page => _fixture.Get<MemberReading>().OnePage(
            GroupFixture.As("mia"),
            new GetGroupMemberListReq
            {
                GroupID = GroupFixture.Club,
                Pagination = new RequestPagination { PageNumber = page, ShowNumber = 4 },
            }).Value!).ToList();

        Assert.Equal([4, 4, 4, 4, 4, 4, 1, 0, 0], pages.Select(page => page.Members.Count));
        Assert.All(pages, page => Assert.Equal(25u, page.Total));
        Assert.Equal(all, pages.SelectMany(page => page.Members).Select(member => member.UserID));
    }

    [Fact]
    public void Joined_groups_are_paged_by_name_and_searched_by_name_the_newest_first()
    {
        foreach (var groupID in new[] { "c", "a", "b" })
        {
            _fixture.Time.Advance(TimeSpan.FromSeconds(1));
            _fixture.Create(groupID, ("olga", GroupRole.Owner), ("otto", GroupRole.Member));
        }
        _fixture.Groups.RemoveMembers("c", ["otto"]);
        _fixture.Groups.TryAddMembers("c", [_fixture.NewMember("c", "otto")]);
        var reading = _fixture.Get<GroupReading>();
        var caller = GroupFixture.As("otto");

        Assert.Equal(["a", "b", "c"], Joined());
        // A new name moves no group, until somebody joins or leaves one.
        _fixture.Groups.Update("a", row => row.GroupName = "z");
        Assert.Equal(["a", "b", "c"], Joined());
        _fixture.Groups.Update("a", row => row.GroupName = "a");
        Assert.Equal(["b", "a", "c", "club"], Search(""));
        Assert.Equal(["c", "club"], Search("c"));

        _fixture.Groups.Update("a", row => row.GroupName = "z");
        _fixture.Groups.RemoveMembers("b", ["otto"]);
        Assert.Equal(["c", "a"], Joined());

        IEnumerable<string> Joined() => reading
            .Joined(caller, new GetJoinedGroupListReq { FromUserID = "otto", Pagination = GroupFixture.FirstPage })
            .Value!.Groups.Select(group => group.GroupID);
        IEnumerable<string> Search(string name) => reading
            .Search(caller, new GetGroupsReq { GroupName = name, Pagination = GroupFixture.FirstPage })
            .Value!.Groups.Select(found => found.GroupInfo.GroupID);
    }

    public void Dispose() => _fixture.Dispose();

    private void SetEx(string caller, SetGroupInfoExReq request)
    {
        request.GroupID = GroupFixture.Club;
        Assert.Null(_fixture.Get<GroupInfoChanges>().SetEx(GroupFixture.As(caller), request).Error);
    }

    private void Update(UserInfoWithEx change) => Assert.Null(_fixture.Get<UserRules>().UpdateEx(
        GroupFixture.As(change.UserID), new UpdateUserInfoExReq { UserInfo = change }).Error);
}
