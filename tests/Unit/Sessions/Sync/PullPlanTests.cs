using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Sync;

public sealed class PullPlanTests
{
    [Fact]
    public void Ranges_share_a_request_until_it_would_bring_a_hundred_messages()
    {
        var ranges = Enumerable.Range(0, 250).Select(i => PullPlan.Range($"si_ann_{i}", 10, 500, num: 1));

        var sizes = PullPlan.Batches(ranges).Select(batch => batch.Count);

        Assert.Equal([100, 100, 50], sizes);
    }

    [Fact]
    public void An_ordinary_range_counts_with_what_the_server_returns_of_it()
    {
        var batches = PullPlan.Batches(
            [PullPlan.Range("sg_1", 0, 5000, num: 10), PullPlan.Range("sg_2", 0, 5000, num: 10)]);

        Assert.Equal(2, Assert.Single(batches).Count);
    }

    [Fact]
    public void A_long_range_of_notifications_is_cut_without_hole_or_overlap()
    {
        var batches = PullPlan.Batches([PullPlan.Range("n_group", 40, 290, num: 1)]).ToArray();

        Assert.Equal(
            [(41L, 140L), (141L, 240L), (241L, 290L)],
            batches.Select(batch => Assert.Single(batch)).Select(range => (range.Begin, range.End)));
    }

    [Fact]
    public void Of_a_long_gap_the_newest_are_cut_in_the_same_way()
    {
        var batches = PullPlan.Batches([PullPlan.Range("si_ann_ben", 10, 500, num: 250)]).ToArray();

        Assert.Equal(
            [(251L, 350L), (351L, 450L), (451L, 500L)],
            batches.Select(batch => Assert.Single(batch)).Select(range => (range.Begin, range.End)));
    }

    [Fact]
    public void Nothing_to_pull_is_no_request() => Assert.Empty(PullPlan.Batches([]));
}
