using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class KeptMessagesTests
{
    [Fact]
    public void What_is_kept_is_found_until_there_is_nothing_to_keep()
    {
        var kept = new KeptMessages();
        kept.Set(Note("m", "one"));
        kept.Set(Note("m", "two"));

        Assert.Equal("two", kept.Find("c", "m")?.LocalEx);
        Assert.Null(kept.Find("other", "m"));
        kept.Set(Note("m", ""));
        Assert.Empty(kept.Rows);
    }

    [Fact]
    public void Beyond_the_bound_deletions_are_forgotten_the_oldest_first_and_texts_never()
    {
        var kept = new KeptMessages();
        kept.Set(Note("note", "kept"));
        for (var i = 1; i <= KeptMessages.MaxRows; i++)
            kept.Set(new() { ConversationID = "c", ClientMsgID = $"gone {i}", Seq = i, IsDeleted = true });

        Assert.Equal(KeptMessages.MaxRows, kept.Rows.Count);
        Assert.NotNull(kept.Find("c", "note"));
        Assert.False(kept.IsDeleted("c", 1));
        Assert.True(kept.IsDeleted("c", 2));
        Assert.False(kept.IsDeleted("other", 2));
    }

    [Fact]
    public void Texts_have_a_bound_together_in_which_the_one_that_is_replaced_does_not_count()
    {
        var kept = new KeptMessages();
        kept.Set(Note("m", new string('x', KeptMessages.MaxLength)));

        Assert.False(kept.HasRoomFor(Note("other", "y")));
        Assert.True(kept.HasRoomFor(Note("m", new string('y', KeptMessages.MaxLength))));
        Assert.False(kept.HasRoomFor(Note("m", new string('y', KeptMessages.MaxLength + 1))));
    }

    [Fact]
    public void A_conversation_that_is_cleared_takes_what_was_kept_of_it_along()
    {
        var kept = new KeptMessages();
        kept.Set(Note("m", "note"));
        kept.Set(new() { ConversationID = "c", ClientMsgID = "here", AfterSeq = 3, Message = "{}" });
        kept.Set(Note("m", "note") with { ConversationID = "other" });

        Assert.Equal(["here"], kept.OnlyHere("c").Select(row => row.ClientMsgID));
        Assert.True(kept.Forget("c"));
        Assert.False(kept.Any("c"));
        Assert.True(kept.Any("other"));
    }

    private static KeptMessage Note(string clientMsgID, string text) =>
        new() { ConversationID = "c", ClientMsgID = clientMsgID, Seq = 7, LocalEx = text };
}
