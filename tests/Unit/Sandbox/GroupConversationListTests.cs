using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>What lists of conversations show of groups.</summary>
public sealed class GroupConversationListTests : IDisposable
{
    private readonly GroupFixture _fixture = new();

    public GroupConversationListTests()
    {
        _fixture.Groups.Update(GroupFixture.Club, row => (row.FaceURL, row.GroupType) = ("club's face", 2));
        foreach (var text in new[] { "one", "two", "three" })
            _fixture.Send(MessagingFixture.GroupText("adam", GroupFixture.Club, text));
    }

    [Fact]
    public void The_sorted_list_shows_the_group_and_who_wrote_last()
    {
        var answer = _fixture.Get<SortedConversations>().List(
            GroupFixture.As("mia"),
            new GetSortedConversationListReq { UserID = "mia", Pagination = GroupFixture.FirstPage }).Value!;

        Assert.Equal((1, 3), (answer.ConversationTotal, answer.UnreadTotal));
        var info = answer.ConversationElems.Single().MsgInfo;
        Assert.Equal(
            (GroupFixture.Club, "club's face", 5u, 2),
            (info.GroupName, info.GroupFaceURL, info.GroupMemberCount, info.GroupType));
        Assert.Equal(("adam's name", """{"content":"three"}"""), (info.SenderName, info.Content));
    }

    [Fact]
    public void The_active_list_shows_the_group_and_what_is_unread_until_somebody_leaves()
    {
        var mia = Active("mia");
        Assert.Equal(GroupFixture.Club, mia.Group.GroupName);
        Assert.Equal((3, 0), (mia.MaxSeq, mia.ReadSeq));
        Assert.Equal(3, Active("adam").ReadSeq);

        _fixture.Get<GroupLeaving>().Quit(
            GroupFixture.As("mia"), new QuitGroupReq { GroupID = GroupFixture.Club, UserID = "mia" });
        var left = Active("mia").MaxSeq;
        _fixture.Send(MessagingFixture.GroupText("adam", GroupFixture.Club, "after that"));

        Assert.Equal(left, Active("mia").MaxSeq);
        Assert.Equal(left + 1, Active("max").MaxSeq);

        ConversationMsg Active(string userID) => _fixture.Get<ActiveConversations>()
            .Newest(GroupFixture.As(userID), new GetActiveConversationsReq()).Value!.Conversations!.Single();
    }

    public void Dispose() => _fixture.Dispose();
}
