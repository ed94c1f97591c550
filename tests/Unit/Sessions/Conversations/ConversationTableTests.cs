using CsCheck;
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
    public void A_row_is_found_by_its_id_whether_it_holds_it_or_makes_it()
    {
        var single = new ConversationRow("si_ann_ben", SessionType.Single, "ben", "ann");
        var group = new ConversationRow("sg_7", SessionType.Group, "7", "ann");
        var foreign = new ConversationRow("si_ann_ben_b", SessionType.Single, "ben", "ann");
        var table = Table(single, group, foreign);

        Assert.Same(single, table.Find("si_ann_ben"));
        Assert.Same(group, table.Find("sg_7"));
        Assert.Same(foreign, table.Find("si_ann_ben_b"));
        Assert.Equal(
            ["sg_7", "si_ann_ben", "si_ann_ben_b"], table.All.Select(row => row.ConversationID).Order(StringComparer.Ordinal));
        Assert.Null(table.Find("si_ann_be"));
        Assert.Throws<ArgumentException>(
            () => table.Add(new ConversationRow("si_ann_ben", SessionType.Single, "ben", "ann")));
    }

    [Fact]
    public void Whatever_two_ids_are_the_made_id_is_the_one_that_is_compared() =>
        Gen.Select(Gen.String[Gen.Char["ab_"], 0, 4], Gen.String[Gen.Char["ab_"], 0, 4])
            .Sample((self, source) =>
            {
                foreach (var type in new[] { 1, 2, 3, 4 })
                {
                    var id = ConversationID.Of(type, self, source);
                    Assert.True(ConversationID.IsOf(id, type, self, source));
                    Assert.False(ConversationID.IsOf(id + "_", type, self, source));
                    Assert.False(ConversationID.IsOf("x" + id, type, self, source));
                    Assert.Equal(
                        ConversationID.Of(type, self, "z") == id, ConversationID.IsOf(id, type, self, "z"));
                }
            });

    [Fact]
    public void Positions_move_into_a_row_and_outlast_it()
    {
        var table = new ConversationTable();
        table.LoadPositions(new() { ["a"] = 3, ["n_a"] = 1 });
        table.Add(Row("a", 1));
        table.Add(Row("b", 1));

        Assert.Equal(3, table.PositionOf("a"));
        Assert.Null(table.PositionOf("b"));
        Assert.True(table.Advance("a", 5));
        Assert.False(table.Advance("a", 4));
        Assert.True(table.Advance("b", 2));
        Assert.True(table.Advance("n_b", 9));
        var expected = new Dictionary<string, long> { ["a"] = 5, ["b"] = 2, ["n_a"] = 1, ["n_b"] = 9 };
        Assert.Equivalent(expected, table.Positions(), strict: true);

        table.Clear();

        Assert.Empty(table.All);
        Assert.Equivalent(expected, table.Positions(), strict: true);
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
