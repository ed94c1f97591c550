using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class UnlistedMessagesTests
{
    private static MsgStruct At(long time) => new() { ClientMsgID = $"m{time}", SendTime = time };

    [Fact]
    public void Messages_that_the_server_does_not_list_stand_where_their_time_puts_them()
    {
        var merged = UnlistedMessages.Merge(
            [At(10), At(20), At(30)], [At(25), At(5), At(40)], after: 10, before: long.MaxValue);

        Assert.Equal([10, 20, 25, 30, 40], merged.Select(m => m.SendTime));
    }

    [Fact]
    public void Those_of_another_page_do_not_show() =>
        Assert.Equal(
            [10], UnlistedMessages.Merge([At(10)], [At(15), At(50)], after: 10, before: 15).Select(m => m.SendTime));
}
