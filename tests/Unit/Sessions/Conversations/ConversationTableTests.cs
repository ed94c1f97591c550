using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sessions.Conversations;

public sealed class ConversationTableTests
{
    private static ConversationRow Row(
        string id, long sendTime, int unread = 0, bool pinned = false, int recvMsgOpt = 0, long seq = 1)
    {
        var row = new ConversationRow(id, SessionType.Single, id) { Unread = unread };
        row.LoadSettings(new Wire.Conversation { IsPinned = pinned, RecvMsgOpt = recvMsgOpt }, withDefaults: true);
        if (sendTime > 0)
            row.TakeReceived(new MsgStruct { ClientMsgID = id, SendTime = sendTime, Seq = seq });
        return row;
    }

    private static ConversationTable Table(params ConversationRow[] rows)
    {
        var table = new ConversationTable();
        foreach (var row in rows)
            table.Add(row);
        return table;
    }

    [Fact]
    public void Pinned_ones_come_first_then_the_latest_and_hidden_ones_not_at_all()
    {
        var table = Table(Row("old", 1), Row("hidden", 0), Row("new", 3), Row("pinned", 2, pinned: true));

        Assert.Equal(["pinned", "new", "old"], table.Visible().Select(r => r.ConversationID));
    }

    [Fact]
    public void A_draft_moves_its_row_to_where_it_was_written()
    {
        var old = Row("old", 1);
        old.Keep(new KeptConversation { DraftText = "not finished", DraftTextTime = 4 });
        var table = Table(old, Row("new", 3), Row("pinned", 2, pinned: true));

        Assert.Equal(["pinned", "old", "new"], table.Visible().Select(r => r.ConversationID));
    }

    [Fact]
    public void The_total_leaves_out_hidden_ones_and_those_without_notice()
    {
        var table = Table(
            Row("a", 1, unread: 2), Row("blocked", 1, unread: 3, recvMsgOpt: 1),
            Row("silent", 1, unread: 10, recvMsgOpt: 2), Row("hidden", 0, unread: 100));

        Assert.Equal(5, table.TotalUnread);
    }

    [Fact]
    public void An_empty_table_answers()
    {
        var table = new ConversationTable();

        Assert.Null(table.Find("c"));
        Assert.Equal(0, table.TotalUnread);
        Assert.Empty(table.Visible());
    }

    [Fact]
    public void Over_the_budget_the_latest_messages_of_the_oldest_go_but_never_what_the_server_does_not_have()
    {
        var size = Row("a", 1).LatestMsg!.Length;
        var table = new ConversationTable(latestMessageBytes: 2 * size);
        ConversationRow unsent = Row("a", 1, seq: 0), old = Row("b", 2), middle = Row("c", 3), newest = Row("d", 4);
        foreach (var row in new[] { newest, middle, old, unsent })
            table.Add(row);

        table.LetOldLatestGo();

        Assert.NotNull(unsent.LatestMsg);
        Assert.True(old.IsLatestLetGo);
        Assert.True(middle.IsLatestLetGo);
        Assert.NotNull(newest.LatestMsg);
    }
}
