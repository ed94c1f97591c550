using Microsoft.Extensions.Time.Testing;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Unit.Upstream.Gateway;

public sealed class ReconnectBackoffTests
{
    [Fact]
    public void After_a_first_short_one_waits_double_up_to_16_seconds_and_then_start_again()
    {
        var backoff = new ReconnectBackoff(TimeProvider.System);

        Assert.InRange(backoff.Next().TotalSeconds, 0, 2);
        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 1, 2 })
            Assert.InRange(backoff.Next().TotalSeconds, seconds * 0.75, seconds * 1.25);
    }

    [Fact]
    public void Sessions_that_lost_their_connections_together_do_not_come_back_together() =>
        Assert.NotInRange(
            Enumerable.Range(0, 100).Select(_ => new ReconnectBackoff(TimeProvider.System).Next()).Distinct().Count(),
            0, 90);

    [Fact]
    public async Task After_a_success_the_next_wait_is_a_short_one()
    {
        var time = new FakeTimeProvider();
        var backoff = new ReconnectBackoff(time);
        _ = backoff.Next();
        _ = backoff.Next();

        backoff.Reset();
        var waiting = backoff.WaitAsync(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(2));
        await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.InRange(backoff.Next().TotalSeconds, 0.75, 1.25);
    }
}
