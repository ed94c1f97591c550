using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Sync;

public sealed class RecentRowsTests
{
    [Fact]
    public void What_was_set_longest_ago_is_forgotten_first()
    {
        var rows = new RecentRows<string>(capacity: 2);
        rows.Set("a", "A");
        rows.Set("b", "B");
        rows.Set("a", "A2");
        rows.Set("c", "C");

        Assert.False(rows.IsKnown("b", out _));
        Assert.True(rows.TryGet("a", out var a));
        Assert.Equal("A2", a);
        Assert.True(rows.TryGet("c", out _));
    }

    [Fact]
    public void Only_what_is_kept_is_known_afterwards()
    {
        var rows = new RecentRows<string>(capacity: 3);
        rows.Retain(_ => true);
        rows.Set("a", "A");
        rows.Set("b", null);
        rows.Set("c", "C");

        rows.Retain(id => id == "b");

        Assert.True(rows.IsKnown("b", out _));
        Assert.False(rows.IsKnown("a", out _) || rows.IsKnown("c", out _));
    }

    [Fact]
    public void A_row_that_is_known_not_to_be_there_is_known()
    {
        var rows = new RecentRows<string>(capacity: 2);
        Assert.False(rows.IsKnown("a", out _));

        rows.Set("a", null);

        Assert.True(rows.IsKnown("a", out var row));
        Assert.Null(row);
        Assert.False(rows.TryGet("a", out _));
        rows.Clear();
        Assert.False(rows.IsKnown("a", out _));
    }
}
