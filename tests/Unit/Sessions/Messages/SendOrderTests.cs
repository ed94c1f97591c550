using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class SendOrderTests
{
    [Fact]
    public async Task Sends_of_one_conversation_wait_for_each_other_in_the_order_of_the_calls()
    {
        var order = new SendOrder(limit: 10);
        var first = order.TryEnter("c")!;
        var second = order.TryEnter("c")!;
        var third = order.TryEnter("c")!;

        Assert.True(first.Came.IsCompleted);
        Assert.False(second.Came.IsCompleted);
        var cameThird = third.Came;
        first.Dispose();
        await second.Came.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(cameThird.IsCompleted);
        second.Dispose();
        await cameThird.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Conversations_do_not_wait_for_each_other()
    {
        var order = new SendOrder(limit: 10);
        order.TryEnter("c");

        Assert.True(order.TryEnter("d")!.Came.IsCompleted);
    }

    [Fact]
    public void Too_many_at_once_are_refused_until_one_ends()
    {
        var order = new SendOrder(limit: 2);
        var first = order.TryEnter("c")!;
        order.TryEnter("d");

        Assert.Null(order.TryEnter("e"));
        first.Dispose();
        first.Dispose();
        Assert.NotNull(order.TryEnter("e"));
        Assert.Null(order.TryEnter("f"));
    }

    [Fact]
    public void A_line_that_has_ended_starts_anew()
    {
        var order = new SendOrder(limit: 2);
        order.TryEnter("c")!.Dispose();

        Assert.True(order.TryEnter("c")!.Came.IsCompleted);
    }
}
