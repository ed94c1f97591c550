using System.Text.Json;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class ReadPositionTests : IDisposable
{
    private const string Chat = "si_alice_bob";

    private readonly MessagingFixture _fixture = new();

    public ReadPositionTests()
    {
        for (var i = 0; i < 3; i++)
            _fixture.Send(MessagingFixture.Text("alice", "bob"));
        _fixture.Pushes.Take("alice");
        _fixture.Pushes.Take("bob");
    }

    [Fact]
    public void The_sender_has_read_what_he_wrote_and_the_receiver_has_not()
    {
        Assert.Equal((3, 3), Position("alice"));
        Assert.Equal((3, 0), Position("bob"));
    }

    [Fact]
    public void Reading_tells_the_other_and_the_own_devices_which_messages_and_never_goes_back()
    {
        Assert.True(Mark(2).IsOk);
        var tips = TipsOf(Assert.Single(_fixture.Pushes.Take("alice")));
        Assert.Equal(tips, TipsOf(Assert.Single(_fixture.Pushes.Take("bob"))));
        Assert.Equal([1L, 2L], tips.Seqs);
        Assert.Equal(2, tips.HasReadSeq);

        Assert.True(Mark(1).IsOk);
        tips = TipsOf(Assert.Single(_fixture.Pushes.Take("alice")));
        Assert.Empty(tips.Seqs);
        Assert.Equal(2, tips.HasReadSeq);
        Assert.Equal((3, 2), Position("bob"));
        Assert.Equal([true, true, false], Pull().Select(message => message.IsRead));
    }

    [Fact]
    public void A_position_beyond_any_message_is_stored_without_going_through_all_that_are_not_there()
    {
        Assert.True(Mark(long.MaxValue).IsOk);

        Assert.Equal([1L, 2L, 3L], TipsOf(Assert.Single(_fixture.Pushes.Take("alice"))).Seqs);
    }

    [Fact]
    public void The_largest_position_of_all_can_be_set_twice()
    {
        Mark(long.MaxValue);
        _fixture.Pushes.Take("alice");

        Assert.True(Mark(long.MaxValue).IsOk);
        Assert.Empty(TipsOf(Assert.Single(_fixture.Pushes.Take("alice"))).Seqs);
    }

    [Fact]
    public void Seqs_that_were_given_come_after_those_up_to_the_position_which_may_be_beyond_the_end()
    {
        Assert.True(Mark(1).IsOk);
        _fixture.Pushes.Take("alice");

        Assert.True(Mark(5, 4, 1).IsOk);

        var tips = TipsOf(Assert.Single(_fixture.Pushes.Take("alice")));
        Assert.Equal([2L, 3L, 4L, 5L, 1L], tips.Seqs);
        Assert.Equal(5, tips.HasReadSeq);
    }

    [Fact]
    public void Marking_messages_of_a_group_marks_them_as_read_for_all()
    {
        _fixture.AddGroup("g", "alice", "bob");
        _fixture.Send(MessagingFixture.GroupText("alice", "g"));

        var answer = _fixture.Get<ReadPositions>().MarkMessages(
            MessagingFixture.As("bob"), new MarkMsgsAsReadReq { UserID = "bob", ConversationID = "sg_g", Seqs = { 1 } });

        Assert.True(answer.IsOk);
        Assert.True(_fixture.Get<MessageLogs>().Of("sg_g").Read("alice", [1]).Single().IsRead);
    }

    [Fact]
    public void Setting_a_position_tells_the_own_devices_only_and_keeps_nothing()
    {
        var answer = _fixture.Get<ReadPositions>().SetPosition(
            MessagingFixture.As("bob"),
            new SetConversationHasReadSeqReq { UserID = "bob", ConversationID = Chat, HasReadSeq = 3 });

        Assert.True(answer.IsOk);
        Assert.Empty(_fixture.Pushes.Take("alice"));
        Assert.Equal("n_bob_bob", Assert.Single(_fixture.Pushes.Take("bob")).ConversationID);
        Assert.Equal(0, _fixture.Get<MessageLogs>().MaxSeqOf("n_bob_bob"));
    }

    [Fact]
    public void Bad_positions_are_refused()
    {
        var positions = _fixture.Get<ReadPositions>();
        var bob = MessagingFixture.As("bob");

        Assert.Equal(1001, Mark(0).Error?.Code);
        Assert.Equal(1001, Mark(1, 0).Error?.Code);
        Assert.Equal(1004, positions.MarkConversation(bob, new MarkConversationAsReadReq
        {
            UserID = "bob", ConversationID = "si_bob_carol", HasReadSeq = 1,
        }).Error?.Code);
        Assert.Equal(1002, positions.MarkConversation(MessagingFixture.As("carol"), new MarkConversationAsReadReq
        {
            UserID = "bob", ConversationID = Chat, HasReadSeq = 1,
        }).Error?.Code);
        Assert.Equal(1001, positions.MarkMessages(bob, new MarkMsgsAsReadReq
        {
            UserID = "bob", ConversationID = Chat, Seqs = { 99 },
        }).Error?.Code);
        Assert.Equal(1001, positions.SetPosition(bob, new SetConversationHasReadSeqReq
        {
            UserID = "bob", ConversationID = Chat, HasReadSeq = 99,
        }).Error?.Code);
    }

    public void Dispose() => _fixture.Dispose();

    private Answer<MarkConversationAsReadResp> Mark(long hasReadSeq, params long[] seqs) =>
        _fixture.Get<ReadPositions>().MarkConversation(MessagingFixture.As("bob"), new MarkConversationAsReadReq
        {
            UserID = "bob", ConversationID = Chat, HasReadSeq = hasReadSeq, Seqs = { seqs },
        });

    private (long MaxSeq, long HasReadSeq) Position(string userID)
    {
        var answer = _fixture.Get<ReadPositions>().Positions(
            MessagingFixture.As(userID), new GetConversationsHasReadAndMaxSeqReq { UserID = userID });
        var seqs = answer.Value!.Seqs[Chat];
        return (seqs.MaxSeq, seqs.HasReadSeq);
    }

    private IEnumerable<MsgData> Pull() => _fixture.Get<MessagePulls>().Ranges(
        MessagingFixture.As("alice"),
        new PullMessageBySeqsReq
        {
            UserID = "alice",
            SeqRanges = { new SeqRange { ConversationID = Chat, Begin = 1, End = 3, Num = 3 } },
        }).Value!.Msgs[Chat].Msgs;

    private static MarkAsReadTips TipsOf((string ConversationID, MsgData Message) push)
    {
        var element = JsonSerializer.Deserialize<NotificationElem>(push.Message.Content.Span, OpenImJson.Options)!;
        return JsonSerializer.Deserialize<MarkAsReadTips>(element.Detail, OpenImJson.Options)!;
    }
}
