using System.Text.Json;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sessions.Conversations;

public sealed class ConversationRowTests
{
    private static MsgStruct Message(string id, long sendTime, long seq = 0) =>
        new() { ClientMsgID = id, SendTime = sendTime, Seq = seq, Status = MessageStatus.Sent };

    private static string? LatestOf(ConversationRow row) =>
        row.LatestMsg is null
            ? null
            : JsonSerializer.Deserialize(row.LatestMsg, ContractsJsonContext.Relaxed.MsgStruct)!.ClientMsgID;

    [Fact]
    public void A_row_is_hidden_until_a_message_comes()
    {
        var row = new ConversationRow("si_ann_ben", SessionType.Single, "ben");
        Assert.False(row.IsVisible);

        row.TakeReceived(Message("m1", 10));

        Assert.True(row.IsVisible);
        Assert.Equal("m1", LatestOf(row));
    }

    [Fact]
    public void A_received_message_must_be_newer_to_become_the_latest()
    {
        var row = new ConversationRow("c", SessionType.Single, "ben");
        row.TakeReceived(Message("m1", 10));
        row.TakeReceived(Message("m2", 10));

        Assert.Equal("m1", LatestOf(row));
    }

    [Fact]
    public void A_sent_message_becomes_the_latest_at_the_same_time_and_its_own_copy_is_replaced_at_any_time()
    {
        var row = new ConversationRow("c", SessionType.Single, "ben");
        row.TakeReceived(Message("m1", 10));
        row.TakeSent(Message("m2", 10));
        Assert.Equal("m2", LatestOf(row));

        row.TakeSent(Message("m3", 9));
        Assert.Equal("m2", LatestOf(row));

        // The server's clock may be behind the gateway's.
        row.TakeSent(Message("m2", 8, seq: 4));
        Assert.Equal((8, 4), (row.LatestMsgSendTime, row.LatestSeq));
    }

    [Fact]
    public void What_a_client_gets_has_the_originals_defaults()
    {
        var single = new ConversationRow("si_ann_ben", SessionType.Single, "ben") { ShowName = "Ben" }
            .ToLocalConversation();
        var group = new ConversationRow("sg_7", SessionType.Group, "7").ToLocalConversation();

        Assert.Equal(
            ("ben", "", "Ben", 30, 604_800),
            (single.UserID, single.GroupID, single.ShowName, single.BurnDuration, single.MsgDestructTime));
        Assert.Equal(("", "7"), (group.UserID, group.GroupID));
    }

    [Fact]
    public void The_servers_zeros_stand_for_the_defaults_only_while_the_row_is_new()
    {
        var row = new ConversationRow("c", SessionType.Single, "ben");
        row.LoadSettings(new Wire.Conversation(), withDefaults: true);
        Assert.Equal((30, 604_800), (row.Settings.BurnDuration, row.Settings.MsgDestructTime));

        Assert.True(row.TakeSettings(new Wire.Conversation()));
        Assert.Equal((0, 0), (row.Settings.BurnDuration, row.Settings.MsgDestructTime));
        Assert.False(row.TakeSettings(new Wire.Conversation()));
    }

    [Fact]
    public void In_a_row_that_came_with_the_login_they_stand_for_them_until_something_else_differs()
    {
        var row = new ConversationRow("c", SessionType.Single, "ben") { KeepsDefaults = true };
        row.LoadSettings(new Wire.Conversation(), withDefaults: true);

        Assert.False(row.TakeSettings(new Wire.Conversation()));
        Assert.Equal(30, row.Settings.BurnDuration);

        Assert.True(row.TakeSettings(new Wire.Conversation { IsPinned = true }));
        Assert.Equal((0, true), (row.Settings.BurnDuration, row.Settings.IsPinned));
    }

    [Fact]
    public void What_may_be_read_of_a_conversation_is_taken_over_and_is_no_change_for_clients()
    {
        var row = new ConversationRow("c", SessionType.Single, "ben");
        row.TakeSettings(new Wire.Conversation { Ex = "x" });

        Assert.False(row.TakeSettings(new Wire.Conversation { Ex = "x", MinSeq = 7, MaxSeq = 9 }));
        Assert.Equal((7, 9), (row.Settings.MinSeq, row.Settings.MaxSeq));
        Assert.Equal((0, 0), (row.ToLocalConversation().MinSeq, row.ToLocalConversation().MaxSeq));
    }

    [Fact]
    public void An_emptied_row_shows_nothing_and_stands_where_it_is_told_to()
    {
        var row = new ConversationRow("c", SessionType.Single, "ben") { Unread = 3 };
        row.TakeReceived(Message("m1", 10, seq: 1));

        row.Empty(row.LatestMsgSendTime);
        Assert.Equal((true, 0, ""), (row.IsVisible, row.Unread, row.ToLocalConversation().LatestMsg));
        Assert.False(row.IsLatestLetGo);

        row.Empty(0);
        Assert.False(row.IsVisible);
        row.TakeReceived(Message("m2", 11, seq: 2));
        Assert.True(row.IsVisible);
    }

    [Fact]
    public void A_latest_message_that_was_let_go_cannot_be_patched_and_says_so()
    {
        var row = new ConversationRow("c", SessionType.Single, "ben");
        Assert.False(row.IsLatestLetGo);
        row.TakeReceived(Message("m1", 10, seq: 1));
        row.LetLatestGo();

        Assert.True(row.IsLatestLetGo);
        Assert.False(row.PatchLatest(m => m with { IsRead = true }));
        Assert.Equal("", row.ToLocalConversation().LatestMsg);
    }
}
