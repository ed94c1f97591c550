using System.Security.Cryptography;
using System.Text;
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

    [Fact]
    public void A_long_list_is_kept_in_little_space_and_comes_out_as_it_went_in()
    {
        var ring = new EventRing(64 * 1024);
        var list = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 1000).Select(
            i => $$"""{"conversationID":"si_ann_{{i * 7919}}","unreadCount":{{i}}}"""))}]");

        ring.Add("OnConversationChanged", [new RawJson(list)]);

        Assert.InRange(ring.Bytes, 1, list.Length / 3);
        var (_, _, arguments) = Assert.Single(ring.After(0));
        Assert.Equal(list, arguments[0].Utf8.ToArray());
    }

    [Fact]
    public void What_does_not_get_smaller_is_kept_as_it_is()
    {
        var ring = new EventRing(64 * 1024);
        var noise = RandomNumberGenerator.GetBytes(10_000);

        ring.Add("OnRecvNewMessages", [new RawJson(noise)]);

        Assert.Equal(noise, Assert.Single(ring.After(0)).Arguments[0].Utf8.ToArray());
        Assert.InRange(ring.Bytes, noise.Length, noise.Length + 100);
    }

    [Fact]
    public void What_repeats_itself_still_counts_so_that_no_answer_to_Resume_gets_out_of_hand()
    {
        var ring = new EventRing(10_000);
        for (var i = 0; i < 100; i++)
            ring.Add("OnRecvNewMessages", [new RawJson(new byte[16 * 1024])]);

        Assert.InRange(ring.After(0).Sum(kept => kept.Arguments[0].Utf8.Length), 1, 16 * 10_000);
    }
}
