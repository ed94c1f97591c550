using System.Text.Json;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Conversations;

public sealed class KeptConversationsTests
{
    private static KeptConversation Draft(string text) => new() { DraftText = text, DraftTextTime = 1 };

    private static KeptConversation Emptied(long seq) => new() { EmptiedSeq = seq };

    [Fact]
    public void What_is_kept_is_found_until_there_is_nothing_to_keep()
    {
        var kept = new KeptConversations();
        kept.Set("a", Draft("hello"));
        kept.Set("a", Draft("hello there"));
        Assert.Equal("hello there", kept.Find("a")?.DraftText);
        Assert.Null(kept.Find("b"));

        kept.Set("a", new KeptConversation());
        Assert.Empty(kept.Rows);
    }

    [Fact]
    public void Beyond_the_bound_emptied_rows_are_forgotten_the_oldest_first_and_drafts_never()
    {
        var kept = new KeptConversations();
        kept.Set("draft", Draft("kept"));
        for (var i = 0; i < KeptConversations.MaxRows; i++)
            kept.Set($"hidden {i}", Emptied(i));

        Assert.Equal(KeptConversations.MaxRows, kept.Rows.Count);
        Assert.NotNull(kept.Find("draft"));
        Assert.Null(kept.Find("hidden 0"));
        Assert.NotNull(kept.Find("hidden 1"));
    }

    [Fact]
    public void Drafts_have_a_bound_together_in_which_the_one_that_is_replaced_does_not_count()
    {
        var kept = new KeptConversations();
        kept.Set("a", Draft(new string('x', KeptConversations.MaxDraftLength - 10)));

        Assert.True(kept.HasRoomFor("b", 10));
        Assert.False(kept.HasRoomFor("b", 11));
        Assert.True(kept.HasRoomFor("a", KeptConversations.MaxDraftLength));
    }

    [Fact]
    public void Drafts_have_a_bound_in_number_too()
    {
        var kept = new KeptConversations();
        for (var i = 0; i < KeptConversations.MaxRows; i++)
            kept.Set($"c{i}", Draft("x"));

        Assert.False(kept.HasRoomFor("one more", 1));
        Assert.True(kept.HasRoomFor("c0", 2));
    }

    [Fact]
    public void It_survives_being_stored_as_JSON()
    {
        var kept = new KeptConversations();
        kept.Set("a", Draft("hello") with { Type = SessionType.Single, SourceID = "ann", EmptiedSeq = 7, EmptiedTime = 5 });

        var read = JsonSerializer.Deserialize<KeptConversations>(JsonSerializer.SerializeToUtf8Bytes(kept));

        Assert.Equal(kept.Rows, read?.Rows);
    }
}
