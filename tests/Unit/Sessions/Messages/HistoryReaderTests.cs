using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class HistoryReaderTests
{
    private readonly List<long> asked = [];
    private readonly HashSet<long> deleted = [];
    private OpenImError? failure;
    private long serverLowest = 1;

    [Fact]
    public async Task Pages_go_back_to_the_first_message_and_only_a_short_one_is_the_end()
    {
        var newest = await Reader(12).Older(long.MaxValue, 5);
        Assert.Equal([8, 9, 10, 11, 12], Seqs(newest));
        Assert.False(newest.IsEnd);

        var last = await Reader(12).Older(3, 5);
        Assert.Equal([1, 2], Seqs(last));
        Assert.True(last.IsEnd);

        var none = await Reader(12).Older(1, 5);
        Assert.Empty(none.Messages);
        Assert.True(none.IsEnd);

        Assert.False((await Reader(12).Older(long.MaxValue, 12)).IsEnd);
        Assert.True((await Reader(12).Older(long.MaxValue, 13)).IsEnd);
    }

    [Fact]
    public async Task Pages_go_forward_to_the_newest_message()
    {
        Assert.Equal([1, 2, 3], Seqs(await Reader(12).Newer(0, 3)));
        Assert.Equal([2, 3, 4, 5], Seqs(await Reader(12).Newer(1, 4)));

        var last = await Reader(12).Newer(9, 9);
        Assert.Equal([10, 11, 12], Seqs(last));
        Assert.True(last.IsEnd);
    }

    [Fact]
    public async Task Nothing_is_asked_for_a_page_of_nothing()
    {
        var page = await Reader(12).Older(long.MaxValue, 0);

        Assert.Empty(page.Messages);
        Assert.False(page.IsEnd);
        Assert.Empty(asked);
    }

    [Fact]
    public async Task Deleted_messages_are_skipped_and_the_page_is_filled_up()
    {
        deleted.UnionWith(Enumerable.Range(21, 70).Select(i => (long)i));

        var page = await Reader(100).Older(long.MaxValue, 15);

        Assert.Equal([16, 17, 18, 19, 20, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100], Seqs(page));
        Assert.False(page.IsEnd);
    }

    [Fact]
    public async Task At_most_fifty_seqs_are_asked_for_at_once()
    {
        await Reader(200).Older(long.MaxValue, 120);

        Assert.All(Requests(), r => Assert.InRange(r, 1, 50));
    }

    [Fact]
    public async Task Where_the_server_says_that_history_begins_it_ends()
    {
        serverLowest = 90;

        var page = await Reader(100).Older(long.MaxValue, 30);

        Assert.Equal(11, page.Messages.Count);
        Assert.True(page.IsEnd);
        Assert.Equal(30, asked.Count);
    }

    [Fact]
    public async Task Forward_from_the_oldest_finds_out_where_history_begins()
    {
        serverLowest = 900;

        Assert.Equal([900, 901, 902], Seqs(await Reader(1000).Newer(0, 3)));
    }

    [Fact]
    public async Task An_error_ends_the_page_with_what_was_read()
    {
        var reader = new HistoryReader(1, 100, _ => true, (seqs, order) =>
        {
            if (seqs[0] < 60)
                failure = Errors.NetworkTimeout;
            return Pull(seqs, order);
        });

        var page = await reader.Older(long.MaxValue, 70);

        Assert.Equal(50, page.Messages.Count);
        Assert.Equal(Errors.NetworkTimeout, page.Error);
        Assert.False(page.IsEnd);
    }

    [Fact]
    public async Task Somebody_elses_messages_are_left_out()
    {
        var reader = new HistoryReader(1, 10, m => m.Seq % 2 == 0, Pull);

        Assert.Equal([2, 4, 6, 8, 10], Seqs(await reader.Older(long.MaxValue, 10)));
    }

    [Fact]
    public async Task Thousands_of_deleted_messages_do_not_keep_a_call_forever()
    {
        deleted.UnionWith(Enumerable.Range(1, 100_000).Select(i => (long)i));

        var page = await Reader(100_000).Older(long.MaxValue, 50);

        Assert.NotNull(page.Error);
        Assert.Equal(60 * 50, asked.Count);
    }

    private readonly List<int> requests = [];

    private List<int> Requests() => requests;

    private static IEnumerable<long> Seqs(HistoryPage page) => page.Messages.Select(m => m.Seq);

    private HistoryReader Reader(long highest) => new(1, highest, _ => true, Pull);

    /// <summary>
    /// Answers as the server does: in the order asked, placeholders for what was deleted, nothing below the lowest.
    /// </summary>
    private Task<Result<Wire.PullMsgs>> Pull(IReadOnlyList<long> seqs, Wire.PullOrder order)
    {
        asked.AddRange(seqs);
        requests.Add(seqs.Count);
        if (failure is not null)
            return Task.FromResult<Result<Wire.PullMsgs>>(failure);
        var answer = new Wire.PullMsgs();
        if (order == Wire.PullOrder.Desc && seqs.Any(s => s < serverLowest))
            (answer.IsEnd, answer.EndSeq) = (true, serverLowest);
        foreach (var seq in seqs.Where(s => s >= serverLowest))
            answer.Msgs.Add(new Wire.MsgData { Seq = seq, Status = deleted.Contains(seq) ? MessageStatus.Deleted : 2 });
        return Task.FromResult<Result<Wire.PullMsgs>>(answer);
    }
}
