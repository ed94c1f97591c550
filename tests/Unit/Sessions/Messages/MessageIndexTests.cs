using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class MessageIndexTests
{
    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("00000000000000000000000000000001")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    [InlineData("anything else")]
    [InlineData("")]
    public void A_key_gives_back_the_id_that_it_was_made_of(string clientMsgID) =>
        Assert.Equal(clientMsgID, MessageKey.Of(clientMsgID).ToString());

    [Fact]
    public void A_message_is_found_by_its_id_and_by_its_seq_in_its_conversation_only()
    {
        var index = new MessageIndex();
        var message = index.GetOrAdd("si_a_b", "m1");
        message.Seq = 5;

        Assert.Same(message, index.Find("si_a_b", "m1"));
        Assert.Same(message, index.FindSeq("si_a_b", 5));
        Assert.Same(message, index.GetOrAdd("si_a_b", "m1"));
        Assert.Null(index.Find("si_a_c", "m1"));
        Assert.Null(index.FindSeq("si_a_c", 5));
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void The_oldest_makes_room_for_the_newest()
    {
        var index = new MessageIndex(capacity: 3);
        foreach (var id in new[] { "m1", "m2", "m3", "m4", "m5" })
            index.GetOrAdd("c", id);

        Assert.Equal(["m5", "m4", "m3"], index.Of("c").Select(m => m.Key.ToString()));
    }

    [Fact]
    public void A_message_that_is_being_sent_stays()
    {
        var index = new MessageIndex(capacity: 3);
        index.GetOrAdd("c", "sending").Status = MessageStatus.Sending;
        foreach (var id in new[] { "m1", "m2", "m3", "m4", "m5", "m6" })
            index.GetOrAdd("c", id);

        Assert.NotNull(index.Find("c", "sending"));
        Assert.NotNull(index.Find("c", "m6"));
        Assert.Equal(3, index.Count);
    }

    [Fact]
    public void After_clearing_nothing_is_left()
    {
        var index = new MessageIndex(capacity: 2);
        foreach (var id in new[] { "m1", "m2", "m3" })
            index.GetOrAdd("c", id);
        index.Clear();

        Assert.Empty(index.Of("c"));
        Assert.Equal("m9", index.GetOrAdd("c", "m9").Key.ToString());
    }

    [Fact]
    public void A_conversation_that_is_forgotten_leaves_the_others_in_their_order()
    {
        var index = new MessageIndex(capacity: 4);
        foreach (var id in new[] { "m1", "m2", "m3", "m4", "m5", "m6" })
            index.GetOrAdd(id is "m4" ? "gone" : "c", id);

        index.Forget("gone");
        index.GetOrAdd("c", "m7");
        index.GetOrAdd("c", "m8");

        Assert.Empty(index.Of("gone"));
        Assert.Equal(["m8", "m7", "m6", "m5"], index.Of("c").Select(m => m.Key.ToString()));
    }
}
