using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class GroupMutingTests : IDisposable
{
    private readonly GroupFixture _fixture = new();

    [Fact]
    public void A_muted_member_writes_again_when_the_time_is_over()
    {
        Mute("adam", "mia", 60);
        Assert.Equal(1402, Send("mia"));
        Assert.Equal(0, Send("max"));

        _fixture.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(1402, Send("mia"));
        _fixture.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, Send("mia"));
    }

    [Fact]
    public void Muting_again_counts_from_now_and_cancelling_ends_it_at_once()
    {
        Mute("olga", "adam", 60);
        _fixture.Time.Advance(TimeSpan.FromSeconds(50));
        Mute("olga", "adam", 20);
        _fixture.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(1402, Send("adam"));

        Assert.Null(_fixture.Get<GroupMuting>().CancelMuteMember(
            GroupFixture.As("olga"),
            new CancelMuteGroupMemberReq { GroupID = GroupFixture.Club, UserID = "adam" }).Error);
        Assert.Equal(0, Send("adam"));
        Assert.Equal(0, _fixture.Groups.FindMember(GroupFixture.Club, "adam")?.MuteEndTime);
    }

    [Fact]
    public void In_a_muted_group_its_leaders_write_and_nobody_else()
    {
        var muting = _fixture.Get<GroupMuting>();
        Assert.Null(muting.MuteGroup(GroupFixture.As("adam"), new MuteGroupReq { GroupID = GroupFixture.Club }).Error);
        Assert.Equal([0, 0, 1403, 0], new[] { "olga", "adam", "mia", "imAdmin" }.Select(Send));

        muting.CancelMuteGroup(GroupFixture.As("adam"), new CancelMuteGroupReq { GroupID = GroupFixture.Club });
        Assert.Equal(0, Send("mia"));
    }

    [Fact]
    public void An_owner_who_was_muted_before_writes_and_an_administrator_does_not()
    {
        _fixture.Groups.UpdateMembers(
            GroupFixture.Club, ["olga", "adam"], member => member.MuteEndTime = long.MaxValue);

        Assert.Equal((0, 1402), (Send("olga"), Send("adam")));
    }

    [Fact]
    public void Everybody_learns_who_was_muted_for_how_long_in_the_chat_too()
    {
        Mute("adam", "mia", 60);

        var pushes = _fixture.Pushes.Take("otto");
        Assert.Empty(pushes);
        pushes = _fixture.Pushes.Take("max");
        Assert.Equal(
            [("sg_club", ContentType.GroupMemberMuted), ("n_club", ContentType.GroupMemberMuted)],
            pushes.Select(push => (push.ConversationID, push.Message.ContentType)));
        var tips = GroupFixture.TipsOf<GroupMemberMutedTips>(pushes[1].Message);
        Assert.Equal(("adam", "mia", 60u), (tips.OpUser.UserID, tips.MutedUser.UserID, tips.MutedSeconds));
        Assert.Equal(_fixture.Time.GetUtcNow().AddSeconds(60).ToUnixTimeMilliseconds(), tips.MutedUser.MuteEndTime);
        Assert.Equal(_fixture.Groups.MemberLine(GroupFixture.Club).Current.Version, tips.GroupMemberVersion);
    }

    [Fact]
    public void No_time_is_no_muting()
    {
        var answer = _fixture.Get<GroupMuting>().MuteMember(
            GroupFixture.As("olga"), new MuteGroupMemberReq { GroupID = GroupFixture.Club, UserID = "mia" });

        Assert.Equal(1001, answer.Error?.Code);
    }

    public void Dispose() => _fixture.Dispose();

    private void Mute(string caller, string userID, uint seconds) => Assert.Null(
        _fixture.Get<GroupMuting>().MuteMember(
            GroupFixture.As(caller),
            new MuteGroupMemberReq { GroupID = GroupFixture.Club, UserID = userID, MutedSeconds = seconds }).Error);

    private int Send(string userID) =>
        _fixture.Send(MessagingFixture.GroupText(userID, GroupFixture.Club))?.Code ?? 0;
}
