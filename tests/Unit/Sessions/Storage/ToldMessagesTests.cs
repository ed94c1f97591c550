using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Storage;

public sealed class ToldMessagesTests
{
    [Fact]
    public void What_was_told_or_read_is_found_again_and_the_rest_is_not()
    {
        var told = new ToldMessages();

        Assert.True(told.Add(
            [Message("a", 1, isTold: true), Message("a", 2, readTime: 7), Message("a", 3), Message("a", 0, isTold: true)]));

        Assert.Equal(new ToldMessage(1, IsTold: true, 0), told.Find("a", 1));
        Assert.Equal(new ToldMessage(2, IsTold: false, 7), told.Find("a", 2));
        Assert.Null(told.Find("a", 3));
        Assert.Null(told.Find("a", 0));
        Assert.Null(told.Find("b", 1));
    }

    [Fact]
    public void A_later_session_adds_and_replaces()
    {
        var told = new ToldMessages();
        told.Add([Message("a", 1, isTold: true), Message("a", 2, isTold: true)]);

        told.Add([Message("a", 2, isTold: true, readTime: 9), Message("a", 3, isTold: true)]);
        Assert.False(told.Add([Message("a", 4)]));

        Assert.Equal([3L, 2L, 1L], told.Conversations["a"].Select(message => message.Seq));
        Assert.Equal(9, told.Find("a", 2)?.ReadTime);
    }

    [Fact]
    public void There_are_never_more_than_a_session_remembers_and_the_oldest_of_the_longest_list_go_first()
    {
        var told = new ToldMessages();
        told.Add(Enumerable.Range(1, MessageIndex.DefaultCapacity).Select(seq => Message("long", seq, isTold: true)));

        told.Add([Message("short", 1, isTold: true), Message("short", 2, isTold: true)]);

        Assert.Equal(2, told.Conversations["short"].Count);
        Assert.Equal(MessageIndex.DefaultCapacity - 2, told.Conversations["long"].Count);
        Assert.Null(told.Find("long", 2));
        Assert.NotNull(told.Find("long", 3));
    }

    private static IndexedMessage Message(string conversationID, long seq, bool isTold = false, long readTime = 0) =>
        new(conversationID, MessageKey.Of($"{seq}")) { Seq = seq, IsTold = isTold, ReadTime = readTime };
}
