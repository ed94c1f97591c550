using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class PullingTests : IDisposable
{
    private const string Chat = "si_alice_bob";

    private readonly MessagingFixture _fixture = new();

    public PullingTests()
    {
        for (var i = 1; i <= 6; i++)
        {
            var (from, to) = i % 2 == 0 ? ("bob", "alice") : ("alice", "bob");
            Assert.Null(_fixture.Send(MessagingFixture.Text(from, to, $"line {i}")));
        }
    }

    [Theory]
    [InlineData(1, 6, 10, "1 2 3 4 5 6", true)]
    [InlineData(2, 4, 10, "2 3 4", false)]
    [InlineData(1, 6, 2, "5 6", true)]
    [InlineData(1, 4, 2, "3 4", false)]
    [InlineData(0, 2, 10, "0 1 2", false)]
    [InlineData(0, 0, 10, "0", false)]
    [InlineData(-5, 1, 10, "0 1", false)]
    [InlineData(5, long.MaxValue, long.MaxValue, "5 6", true)]
    [InlineData(long.MinValue, long.MaxValue, 1, "6", true)]
    public void A_range_is_clamped_and_its_last_ones_are_taken(long begin, long end, long num, string seqs, bool isEnd)
    {
        var pulled = Pull("alice", begin, end, num);

        Assert.NotNull(pulled);
        Assert.Equal(seqs, string.Join(' ', pulled.Msgs.Select(message => message.Seq)));
        Assert.Equal(isEnd, pulled.IsEnd);
    }

    [Theory]
    [InlineData(7, 9, 10)]
    [InlineData(4, 2, 10)]
    [InlineData(1, 3, 0)]
    [InlineData(1, 3, -1)]
    [InlineData(1, 3, long.MinValue)]
    public void An_empty_range_has_no_entry(long begin, long end, long num) =>
        Assert.Null(Pull("alice", begin, end, num));

    [Fact]
    public void Descending_ends_where_the_range_begins_at_the_lower_bound()
    {
        Assert.True(Pull("alice", 0, 3, 10, PullOrder.Desc)?.IsEnd);
        Assert.False(Pull("alice", 1, 3, 10, PullOrder.Desc)?.IsEnd);
    }

    [Fact]
    public void Seq_0_is_a_placeholder_and_nothing_else() =>
        Assert.Equal(new MsgData { Status = MessageStatus.Deleted }, Pull("alice", 0, 0, 1)?.Msgs.Single());

    [Fact]
    public void Somebody_without_a_row_pulls_nothing() => Assert.Null(Pull("carol", 1, 6, 10));

    [Fact]
    public void Nobody_pulls_for_others() => Assert.Equal(
        1002,
        _fixture.Get<MessagePulls>()
            .Ranges(MessagingFixture.As("bob"), new PullMessageBySeqsReq { UserID = "alice" }).Error?.Code);

    [Fact]
    public void A_cleared_conversation_begins_after_what_was_cleared()
    {
        _fixture.Get<MessageRemoval>().Clear(
            MessagingFixture.As("alice"),
            new ClearConversationsMsgReq { UserID = "alice", ConversationIDs = { Chat } });
        Assert.Null(Pull("alice", 0, 100, 100));
        _fixture.Send(MessagingFixture.Text("bob", "alice"));

        Assert.Equal([7L], Pull("alice", 0, 100, 100)?.Msgs.Select(message => message.Seq));
        Assert.Equal(8, Pull("bob", 0, 100, 100)?.Msgs.Count);
        Assert.Equal(7, _fixture.Get<ConversationStore>().Find("alice", Chat)?.Settings.MinSeq);
    }

    [Fact]
    public void One_who_left_sees_no_more_than_there_was()
    {
        _fixture.Get<ConversationStore>().Of("alice").Change(Chat, settings => settings with { MaxSeq = 4 });

        Assert.Equal([3L, 4L], Pull("alice", 3, 6, 10)?.Msgs.Select(message => message.Seq));
    }

    [Fact]
    public void Single_seqs_come_in_the_order_asked_and_tell_what_was_cut()
    {
        var asc = Seqs(PullOrder.Asc, 5, 1, 99);
        Assert.Equal([5L, 1L], asc.Msgs.Select(message => message.Seq));
        Assert.Equal((true, 6L), (asc.IsEnd, asc.EndSeq));

        var desc = Seqs(PullOrder.Desc, 0, 2);
        Assert.Equal([2L], desc.Msgs.Select(message => message.Seq));
        Assert.Equal((false, 0L), (desc.IsEnd, desc.EndSeq));
    }

    [Fact]
    public void A_deleted_message_is_hidden_from_the_one_who_deleted_it()
    {
        _fixture.Get<MessageRemoval>().Delete(
            MessagingFixture.As("alice"),
            new DeleteMsgsReq { UserID = "alice", ConversationID = Chat, Seqs = { 6, 99 } });

        Assert.Equal(MessageStatus.Deleted, Pull("alice", 6, 6, 1)?.Msgs.Single().Status);
        Assert.True(Pull("alice", 6, 6, 1)?.Msgs.Single().Content.IsEmpty);
        Assert.Equal(MessageStatus.Sent, Pull("bob", 6, 6, 1)?.Msgs.Single().Status);
        Assert.Equal((6L, MessageStatus.Deleted), (Last("alice")!.Seq, Last("alice")!.Status));
        Assert.Equal((6L, MessageStatus.Sent), (Last("bob")!.Seq, Last("bob")!.Status));
    }

    [Fact]
    public void A_message_taken_back_turns_into_a_notice_and_so_does_its_quote()
    {
        var quote = MessagingFixture.Text("bob", "alice");
        quote.ContentType = ContentType.Quote;
        quote.Content = Google.Protobuf.ByteString.CopyFromUtf8(
            """{"text":"indeed","messageEntityList":[{"type":"\ud800"}],"quoteMessage":{"contentType":101,"seq":1}}""");
        _fixture.Send(quote);

        var answer = _fixture.Get<MessageRevocation>().Revoke(
            MessagingFixture.As("alice"), new RevokeMsgReq { UserID = "alice", ConversationID = Chat, Seq = 1 });

        Assert.True(answer.IsOk);
        Assert.Equal(ContentType.Revoked, Pull("bob", 1, 1, 1)?.Msgs.Single().ContentType);
        var rewritten = Pull("bob", 7, 7, 1)?.Msgs.Single().Content.ToStringUtf8();
        Assert.Contains("\"contentType\":2101", rewritten);
        Assert.Contains(@"""messageEntityList"":[{""type"":""\ud800""}]", rewritten);
        Assert.Equal(1, _fixture.Get<MessageLogs>().MaxSeqOf("n_alice_bob"));
    }

    [Fact]
    public void Notifications_are_numbered_from_1_and_seq_0_is_none_of_them()
    {
        Assert.True(Revoke("alice", 1).IsOk);

        var range = new SeqRange { ConversationID = "n_alice_bob", Begin = 0, End = 9 };
        var pulled = _fixture.Get<MessagePulls>().Ranges(
            MessagingFixture.As("bob"), new PullMessageBySeqsReq { UserID = "bob", SeqRanges = { range } });

        Assert.Equal([1L], pulled.Value!.NotificationMsgs["n_alice_bob"].Msgs.Select(message => message.Seq));
    }

    [Fact]
    public void A_conversation_asked_for_twice_has_one_entry_with_all_that_was_asked()
    {
        var request = new GetSeqMessageReq { UserID = "alice" };
        foreach (var seq in new[] { 4L, 2L })
            request.Conversations.Add(new ConversationSeqs { ConversationID = Chat, Seqs = { seq } });

        var answer = _fixture.Get<MessagePulls>().Seqs(MessagingFixture.As("alice"), request);

        Assert.Equal([4L, 2L], Assert.Single(answer.Value!.Msgs).Value.Msgs.Select(message => message.Seq));
    }

    [Fact]
    public void Of_a_message_that_was_deleted_and_taken_back_the_notice_stays()
    {
        _fixture.Get<MessageRemoval>().Delete(
            MessagingFixture.As("bob"), new DeleteMsgsReq { UserID = "bob", ConversationID = Chat, Seqs = { 1 } });

        Assert.True(Revoke("alice", 1).IsOk);

        var pulled = Pull("bob", 1, 1, 1)!.Msgs.Single();
        Assert.Equal((ContentType.Revoked, MessageStatus.Deleted), (pulled.ContentType, pulled.Status));
        Assert.Contains("revokerID", pulled.Content.ToStringUtf8());
    }

    [Fact]
    public void What_was_removed_an_administrator_takes_back_in_vain_and_nobody_else_at_all()
    {
        _fixture.Get<MessageRemoval>().RemoveSilently(
            MessagingFixture.As("imAdmin"), new DeleteMsgPhysicalBySeqReq { ConversationID = Chat, Seqs = { 1 } });
        _fixture.Pushes.Take("bob");

        Assert.Equal(500, Revoke("alice", 1).Error?.Code);
        Assert.True(Revoke("alice", 1, by: "imAdmin").IsOk);
        Assert.Empty(_fixture.Pushes.Take("bob"));
        Assert.Equal(0, Pull("bob", 1, 1, 1)?.Msgs.Single().ContentType);
    }

    public void Dispose() => _fixture.Dispose();

    private Answer<RevokeMsgResp> Revoke(string userID, long seq, string? by = null) =>
        _fixture.Get<MessageRevocation>().Revoke(
            MessagingFixture.As(by ?? userID), new RevokeMsgReq { UserID = userID, ConversationID = Chat, Seq = seq });

    private PullMsgs? Pull(string userID, long begin, long end, long num, PullOrder order = PullOrder.Asc)
    {
        var answer = _fixture.Get<MessagePulls>().Ranges(MessagingFixture.As(userID), new PullMessageBySeqsReq
        {
            UserID = userID,
            SeqRanges = { new SeqRange { ConversationID = Chat, Begin = begin, End = end, Num = num } },
            Order = order,
        });
        return answer.Value?.Msgs.GetValueOrDefault(Chat);
    }

    private PullMsgs Seqs(PullOrder order, params long[] seqs) =>
        _fixture.Get<MessagePulls>().Seqs(MessagingFixture.As("alice"), new GetSeqMessageReq
        {
            UserID = "alice",
            Conversations = { new ConversationSeqs { ConversationID = Chat, Seqs = { seqs } } },
            Order = order,
        }).Value!.Msgs[Chat];

    private MsgData? Last(string userID) =>
        _fixture.Get<MessagePulls>().Last(
            MessagingFixture.As(userID), new GetLastMessageReq { UserID = userID, ConversationIDs = { Chat } })
            .Value!.Msgs.GetValueOrDefault(Chat);
}
