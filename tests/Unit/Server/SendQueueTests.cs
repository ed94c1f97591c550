using OpenIM.SignalR.Server;

namespace OpenIM.SignalR.Unit.Server;

public sealed class SendQueueTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_send_waits_for_the_one_before_it_in_the_same_conversation_and_for_no_other()
    {
        var queue = new SendQueue();
        var gate = new TaskCompletionSource<int>();
        var started = new List<string>();

        var first = Send("bob", "1", gate.Task);
        var second = Send("bob", "2", Task.FromResult(2));
        var other = Send("carol", "3", Task.FromResult(3));

        Assert.Equal(3, await other.WaitAsync(Limit, TestContext.Current.CancellationToken));
        Assert.Equal(["1", "3"], started);
        gate.SetResult(1);
        int[] results = await Task.WhenAll(first, second).WaitAsync(Limit, TestContext.Current.CancellationToken);
        Assert.Equal([1, 2], results);
        Assert.Equal(["1", "3", "2"], started);

        Task<int> Send(string conversation, string name, Task<int> result) => queue.Run(conversation, () =>
        {
            started.Add(name);
            return result;
        });
    }

    [Fact]
    public async Task A_send_that_fails_holds_nobody_up()
    {
        var queue = new SendQueue();
        var gate = new TaskCompletionSource<int>();

        var first = queue.Run("bob", () => gate.Task);
        var second = queue.Run("bob", () => Task.FromResult(2));
        gate.SetException(new InvalidOperationException("refused"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => first.WaitAsync(Limit, TestContext.Current.CancellationToken));
        Assert.Equal(2, await second.WaitAsync(Limit, TestContext.Current.CancellationToken));
    }
}
