using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class MessageSearchTests : IDisposable
{
    private readonly MessagingFixture _fixture = new();

    [Fact]
    public void Everybodys_messages_are_found_by_sender_receiver_and_type()
    {
        _fixture.Send(MessagingFixture.Text("alice", "bob", "one"));
        _fixture.Send(MessagingFixture.Text("bob", "alice", "two"));
        _fixture.Send(MessagingFixture.Text("carol", "alice", "three"));

        Assert.Equal(3, Search(new SearchMessageReq()).ChatLogsNum);
        Assert.Equal(["""{"content":"two"}"""], Contents(Search(new SearchMessageReq { SendID = "bob" })));
        Assert.Equal(2, Search(new SearchMessageReq { RecvID = "alice" }).ChatLogsNum);
        Assert.Equal(0, Search(new SearchMessageReq { ContentType = ContentType.Picture }).ChatLogsNum);
        Assert.Equal(0, Search(new SearchMessageReq { SessionType = SessionType.Group }).ChatLogsNum);
        var found = Search(new SearchMessageReq { SendID = "carol" }).ChatLogs.Single().ChatLog;
        Assert.Equal(("carol", "alice"), (found.SenderNickname, found.RecvNickname));
    }

    [Fact]
    public void A_group_is_found_as_the_receiver()
    {
        _fixture.AddGroup("g", "alice", "bob");
        _fixture.Send(MessagingFixture.GroupText("alice", "g"));
        _fixture.Send(MessagingFixture.Text("alice", "bob"));

        var found = Assert.Single(Search(new SearchMessageReq { RecvID = "g" }).ChatLogs).ChatLog;
        Assert.Equal(("g", "g"), (found.RecvID, found.GroupID));
    }

    [Fact]
    public void A_day_is_one_in_UTC_and_ends_where_the_next_begins()
    {
        foreach (var time in new[] { "2026-01-31T23:59:59.999Z", "2026-02-01T00:00:00Z", "2026-02-01T23:59:59.999Z" })
        {
            var message = MessagingFixture.Text("alice", "bob");
            message.SendTime = DateTimeOffset.Parse(time, null).ToUnixTimeMilliseconds();
            _fixture.Send(message);
        }

        Assert.Equal(1, Search(new SearchMessageReq { SendTime = "2026-01-31" }).ChatLogsNum);
        Assert.Equal(2, Search(new SearchMessageReq { SendTime = "2026-02-01" }).ChatLogsNum);
        Assert.Equal(0, Search(new SearchMessageReq { SendTime = "2026-02-02" }).ChatLogsNum);
        Assert.Equal(1001, Refusal(new SearchMessageReq { SendTime = "31.1.2026" }));
    }

    [Fact]
    public void Pages_follow_each_other_and_the_number_is_that_of_all()
    {
        foreach (var text in new[] { "1", "2", "3", "4", "5" })
            _fixture.Send(MessagingFixture.Text("alice", "bob", text));

        var pages = Enumerable.Range(1, 3).Select(page => Search(new SearchMessageReq(), page, 2)).ToList();

        Assert.All(pages, page => Assert.Equal(5, page.ChatLogsNum));
        Assert.Equal([1, 2, 3, 4, 5], pages.SelectMany(page => page.ChatLogs).Select(found => found.ChatLog.Seq));
        Assert.Equal(1001, Refusal(new SearchMessageReq { Pagination = new RequestPagination() }));
    }

    [Fact]
    public void What_was_taken_back_says_so_and_what_was_removed_is_not_found()
    {
        _fixture.Send(MessagingFixture.Text("alice", "bob"));
        _fixture.Send(MessagingFixture.Text("alice", "bob"));
        _fixture.Get<MessageRevocation>().Revoke(
            MessagingFixture.As("alice"),
            new RevokeMsgReq { UserID = "alice", ConversationID = "si_alice_bob", Seq = 1 });
        _fixture.Get<MessageRemoval>().RemoveSilently(
            MessagingFixture.As("imAdmin"),
            new DeleteMsgPhysicalBySeqReq { ConversationID = "si_alice_bob", Seqs = { 2 } });

        var found = Search(new SearchMessageReq()).ChatLogs;

        // The notice in the chat; the notification that carries it is not looked at.
        Assert.True(Assert.Single(found).IsRevoked);
    }

    [Fact]
    public void Messages_from_before_a_time_are_removed_for_everybody()
    {
        foreach (var sendTime in new[] { 1_000_000, 2_000_000, 3_000_000 })
        {
            var message = MessagingFixture.Text("alice", "bob");
            message.SendTime = sendTime;
            _fixture.Send(message);
        }

        var removal = _fixture.Get<MessageRemoval>();
        var request = new DeleteMsgPhysicalReq { ConversationIDs = { "si_alice_bob", "si_nobody" }, Timestamp = 3000 };
        Assert.Equal(1002, removal.RemoveOlder(MessagingFixture.As("alice"), request).Error?.Code);
        Assert.Null(removal.RemoveOlder(MessagingFixture.As("imAdmin"), request).Error);

        Assert.Equal([3], Search(new SearchMessageReq()).ChatLogs.Select(found => found.ChatLog.Seq));
        var bounds = _fixture.Get<MessageLogs>().Of("si_alice_bob").BoundsOf("bob", newest: 0);
        Assert.Equal(new SeqBounds(3, 3), bounds);
    }

    public void Dispose() => _fixture.Dispose();

    private static IEnumerable<string> Contents(SearchMessageResp answer) =>
        answer.ChatLogs.Select(found => found.ChatLog.Content);

    private SearchMessageResp Search(SearchMessageReq request, int page = 1, int rows = 100)
    {
        request.Pagination = new RequestPagination { PageNumber = page, ShowNumber = rows };
        return _fixture.Get<MessageSearch>().Search(MessagingFixture.As("alice"), request).Value!;
    }

    private int? Refusal(SearchMessageReq request)
    {
        request.Pagination ??= new RequestPagination { PageNumber = 1, ShowNumber = 1 };
        return _fixture.Get<MessageSearch>().Search(MessagingFixture.As("alice"), request).Error?.Code;
    }
}
