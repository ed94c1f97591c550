using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Sync;

public sealed class GapRuleTests
{
    [Theory]
    [InlineData(7L, 8, 1, "Deliver")]
    [InlineData(7L, 10, 3, "Deliver")]
    [InlineData(7L, 10, 1, "Pull")]
    [InlineData(7L, 10, 2, "Pull")]
    [InlineData(7L, 7, 1, "Drop")]
    [InlineData(7L, 6, 1, "Drop")]
    [InlineData(null, 1, 1, "Deliver")]
    [InlineData(null, 5, 1, "Pull")]
    public void Messages_are_told_in_line_pulled_after_a_hole_and_dropped_when_known(
        long? handled, long lastSeq, int count, string verdict) =>
        Assert.Equal(verdict, GapRule.Judge("si_ann_ben", handled, lastSeq, count).ToString());

    /// <summary>Otherwise the first request of a stranger would tell all the old ones again.</summary>
    [Fact]
    public void The_first_notification_of_an_unknown_conversation_is_in_line_wherever_it_begins()
    {
        Assert.Equal(GapVerdict.Deliver, GapRule.Judge("n_ann_ben", null, 57, 1));
        Assert.Equal(GapVerdict.Pull, GapRule.Judge("n_ann_ben", 57, 60, 1));
    }
}
