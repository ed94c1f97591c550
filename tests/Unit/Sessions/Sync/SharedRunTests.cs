using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Sync;

public sealed class SharedRunTests
{
    [Fact]
    public async Task Who_asks_while_a_run_is_under_way_shares_the_next_one()
    {
        var runs = new List<TaskCompletionSource<OpenImError?>>();
        var shared = new SharedRun(_ =>
        {
            runs.Add(new TaskCompletionSource<OpenImError?>());
            return runs[^1].Task;
        });

        var first = shared.Request(CancellationToken.None);
        var second = shared.Request(CancellationToken.None);
        var third = shared.Request(CancellationToken.None);

        Assert.Single(runs);
        Assert.Same(second, third);
        runs[0].SetResult(Errors.Network);
        Assert.Equal(Errors.Network, await first);
        Assert.False(second.IsCompleted);
        Assert.Equal(2, runs.Count);
        var fourth = shared.Request(CancellationToken.None);
        runs[1].SetResult(null);
        Assert.Null(await second);
        runs[2].SetResult(null);
        Assert.Null(await fourth);
        Assert.Equal(3, runs.Count);
    }

    [Fact]
    public async Task A_run_that_is_due_after_the_end_of_its_session_is_not_made()
    {
        var first = new TaskCompletionSource<OpenImError?>();
        var runs = 0;
        var shared = new SharedRun(_ => ++runs == 1 ? first.Task : Task.FromResult<OpenImError?>(null));
        using var life = new CancellationTokenSource();
        _ = shared.Request(life.Token);
        var due = shared.Request(life.Token);

        await life.CancelAsync();
        first.SetResult(null);

        Assert.Equal(Errors.DeadlineExceeded, await due);
        Assert.Equal(1, runs);
    }
}
