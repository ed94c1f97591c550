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
        row.TakeSettings(new Wire.Conversation(), isNew: true);
        Assert.Equal((30, 604_800), (row.BurnDuration, row.MsgDestructTime));

        row.TakeSettings(new Wire.Conversation { IsPinned = true }, isNew: false);
        Assert.Equal((0, 0, true), (row.BurnDuration, row.MsgDestructTime, row.IsPinned));
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
