using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class BackgroundTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_the_background_messages_are_told_by_an_event_of_their_own()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        Assert.Equal(Result.Ok, await chat.Of("ben").SetAppBackgroundStatus(true, Cancel));

        await chat.Send("ann", "wake up", "ben");

        Assert.Contains(
            "wake up", (await chat.Told("ben", "OnRecvOfflineNewMessages"))[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Host.Sink.Events, told => told.Event.Name == "OnRecvNewMessages");
    }

    [Fact]
    public async Task What_an_application_sends_its_users_is_told_as_it_was_sent()
    {
        await using var chat = await Chat.StartAsync("ann");
        await chat.Host.IsOnline("ann");

        await chat.Host.Post("/msg/send_business_notification", new
        {
            key = "order",
            data = """{"number":7}""",
            sendUserID = "imAdmin",
            recvUserID = "ann",
            sendMsg = false,
        });

        Assert.Contains(
            "order", (await chat.Told("ann", "OnRecvCustomBusinessMessage"))[^1], StringComparison.Ordinal);
    }
}
