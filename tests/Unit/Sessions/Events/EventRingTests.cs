using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Events;

public sealed class EventRingTests
{
    private static readonly IReadOnlyList<RawJson> Nothing = [];

    [Fact]
    public void Offsets_start_at_one_and_follow_one_another()
    {
        var ring = new EventRing(10_000);

        Assert.Equal(1, ring.Add("OnConnecting", Nothing));
        Assert.Equal(2, ring.Add("OnConnectSuccess", Nothing));
        Assert.Equal(2, ring.Last);
    }

    [Fact]
    public void It_keeps_no_more_bytes_than_it_may_and_drops_the_oldest()
    {
        var ring = new EventRing(1000);
        for (var i = 0; i < 50; i++)
            ring.Add("OnRecvNewMessages", [new RawJson(new byte[104])]);

        Assert.InRange(ring.Bytes, 1, 1000);
        Assert.Equal([46, 47, 48, 49, 50], ring.After(0).Select(kept => kept.Offset));
        Assert.False(ring.Holds(44));
        Assert.True(ring.Holds(45));
    }

    [Fact]
    public void An_event_larger_than_the_ring_leaves_it_empty_and_ends_continuity()
    {
        var ring = new EventRing(1000);
        ring.Add("OnConnecting", Nothing);
        ring.Add("OnRecvNewMessages", [new RawJson(new byte[2000])]);

        Assert.Equal(0, ring.Bytes);
        Assert.Empty(ring.After(0));
        Assert.False(ring.Holds(1));
        Assert.True(ring.Holds(2));
    }

    [Fact]
    public void It_holds_what_comes_after_its_newest_event_and_nothing_of_the_future()
    {
        var ring = new EventRing(1000);
        ring.Add("OnConnecting", Nothing);

        Assert.True(ring.Holds(0));
        Assert.True(ring.Holds(1));
        Assert.False(ring.Holds(2));
    }
}
