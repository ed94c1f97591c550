using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class ConversationIDTests
{
    [Theory]
    [InlineData("alice", "bob", "si_alice_bob")]
    [InlineData("bob", "alice", "si_alice_bob")]
    [InlineData("a", "ab", "si_a_ab")]
    [InlineData("a_b", "a", "si_a_a_b")]
    [InlineData("Zoe", "adam", "si_Zoe_adam")]
    [InlineData("\uFF21", "\uD83D\uDE00", "si_\uFF21_\uD83D\uDE00")]
    public void Users_stand_in_the_byte_order_of_their_ids(string user, string other, string expected) =>
        Assert.Equal(expected, ConversationID.OfSingleChat(user, other));

    [Theory]
    [InlineData("si_a_b", "n_a_b")]
    [InlineData("sg_team", "n_team")]
    [InlineData("sn_a_news", "n_a_news")]
    public void The_notification_twin_has_another_prefix(string conversationID, string twin) =>
        Assert.Equal(twin, ConversationID.NotificationTwin(conversationID));
}
