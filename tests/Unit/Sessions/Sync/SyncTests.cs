using System.Text.Json;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Unit.Sessions.Session;

namespace OpenIM.SignalR.Unit.Sessions.Sync;

public sealed class SyncTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_missed_during_an_outage_are_all_told_after_it_each_once()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ben");
        var session = await host.LoggedIn("ann");
        await Send(host, "before");
        await host.Sink.Until("OnRecvNewMessages");

        host.Network.Cut();
        await host.Network.WaitForRefusedAttemptAsync(Cancel);
        for (var i = 0; i < 15; i++)
            await Send(host, $"missed {i}");
        host.Network.Restore();

        var told = await host.Sink.Until("OnSyncServerFinish");
        Assert.Equal(Enumerable.Range(0, 15).Select(i => $"missed {i}"), Texts(told));
        Assert.Equal(3, (await session.GetLoginStatus()).Value);
    }

    [Fact]
    public async Task What_arrived_while_nobody_was_logged_in_is_told_by_the_last_message_of_each_conversation()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ben");
        var session = await host.LoggedIn("ann");
        await Send(host, "before");
        await host.Sink.Until("OnRecvNewMessages");
        Assert.Equal(Result.Ok, await session.Logout(Cancel));

        await Send(host, "first");
        await Send(host, "second");
        Assert.Equal(Result.Ok, await session.Login(await host.Token("ann"), "c2", isReturn: false, Cancel));

        var told = await host.Sink.Until("OnSyncServerFinish");
        Assert.Contains("OnSyncServerStart(false)", told);
        Assert.Equal(["second"], Texts(told));
    }

    [Fact]
    public async Task A_first_login_tells_nothing_old()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ann", "ben");
        await Send(host, "old");

        Assert.Equal(Result.Ok, await host.Session("ann").Login(await host.Token("ann"), "c1", isReturn: false, Cancel));

        var told = await host.Sink.Until("OnSyncServerFinish");
        Assert.Empty(Texts(told));
        Assert.Equal(2, told.Count(text => text == "OnSyncServerProgress(100)"));
    }

    /// <summary>
    /// The server pushes to nobody in the first second. Without another look the message would wait for the next one.
    /// </summary>
    [Fact]
    public async Task A_message_that_the_server_did_not_push_is_found_soon_after_the_connect()
    {
        await using var host = await SessionHost.StartAsync(onlineStatusInterval: TimeSpan.FromHours(1));
        await host.Register("ben");
        await host.LoggedIn("ann");

        await Send(host, "unheard");

        Assert.Equal(["unheard"], Texts(await host.Sink.Until("OnRecvNewMessages")));
    }

    [Fact]
    public async Task Coming_back_to_the_foreground_syncs_without_sync_events()
    {
        await using var host = await SessionHost.StartAsync(onlineStatusInterval: TimeSpan.FromHours(1));
        await host.Register("ben");
        var session = await host.LoggedIn("ann");
        await Send(host, "one");
        await host.Sink.Until("OnRecvNewMessages"); // The look after the connect is over.
        await session.SetAppBackgroundStatus(true, Cancel);
        await Send(host, "two");

        Assert.Equal(Result.Ok, await session.SetAppBackgroundStatus(false, Cancel));

        var told = await host.Sink.Until("OnRecvNewMessages");
        Assert.Equal(["two"], Texts(told));
        Assert.DoesNotContain(told, text => text.StartsWith("OnSyncServer", StringComparison.Ordinal));
    }

    /// <summary>
    /// The error of the list was dropped: the sync was told as finished, and the list stayed empty until the connection
    /// was lost some day.
    /// </summary>
    [Fact]
    public async Task A_list_that_cannot_be_loaded_fails_the_sync_which_is_repeated()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ann", "ben");
        await Send(host, "hello");
        host.Api.Cut();

        Assert.Equal(Result.Ok, await host.Session("ann").Login(await host.Token("ann"), "c1", isReturn: false, Cancel));
        Assert.Equal(
            ["OnConnecting()", "OnConnectSuccess()", "OnSyncServerStart(true)", "OnSyncServerProgress(1)",
                "OnSyncServerProgress(4)", "OnSyncServerFailed(false)"],
            await host.Sink.Until("OnSyncServerF"));
        host.Api.Restore();

        Assert.Equal("OnSyncServerFinish(true)", (await host.Sink.Until("OnSyncServerFinish"))[^1]);
        var row = Assert.Single((await host.Session("ann").GetAllConversationList(Cancel)).Value!);
        Assert.Equal("si_ann_ben", row.ConversationID);
    }

    [Fact]
    public async Task A_message_that_came_but_was_not_told_before_the_session_ended_is_told_to_the_next_login()
    {
        await using var host = await SessionHost.StartAsync();
        await host.Register("ben");
        var session = await host.LoggedIn("ann");
        await host.IsOnline("ann");
        var held = host.Api.HoldAnswers(); // The conversation of the message is new: its settings are asked for first.
        await Send(host, "hello");
        await held.WaitForFirstAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(20), Cancel);

        Assert.Equal(Result.Ok, await session.Logout(Cancel));
        held.Dispose();
        Assert.Equal(Result.Ok, await session.Login(await host.Token("ann"), "c2", isReturn: false, Cancel));

        Assert.Equal(["hello"], Texts(await host.Sink.Until("OnSyncServerFinish")));
    }

    private static Task Send(SessionHost host, string text) => host.Post("/msg/send_msg", new
    {
        sendID = "ben",
        recvID = "ann",
        senderNickname = "Ben",
        senderPlatformID = 5,
        content = new { content = text },
        contentType = 101,
        sessionType = 1,
    });

    /// <summary>The texts of the messages told, in their order.</summary>
    private static List<string> Texts(IReadOnlyList<string> told) =>
    [
        .. told.Where(text => text.StartsWith("OnRecvNewMessages(", StringComparison.Ordinal))
            .SelectMany(text => JsonSerializer.Deserialize<MsgStruct[]>(text["OnRecvNewMessages(".Length..^1])!)
            .Select(message => message.TextElem!.Content),
    ];
}
