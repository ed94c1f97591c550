using OpenIM.SignalR.Sessions;
using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class ReceiveDecisionTests
{
    private static readonly ReceiveDecision Nothing = default;

    private static Wire.MsgData Message(long seq = 5, params string[] off)
    {
        var data = new Wire.MsgData { ClientMsgID = "m", Seq = seq, ContentType = ContentType.Text,
            Status = MessageStatus.Sending };
        foreach (var option in off)
            data.Options[option] = false;
        return data;
    }

    private static IndexedMessage Known(long seq = 0, bool fromHere = false, bool told = false) =>
        new("c", MessageKey.Of("m")) { Seq = seq, IsFromHere = fromHere, IsTold = told };

    [Fact]
    public void Another_ones_message_is_told_updates_the_conversation_and_counts() =>
        Assert.Equal(new(ReceivedAs.New, true, true), ReceiveDecision.Of(Message(), false, null, counted: 4));

    [Fact]
    public void What_the_unread_count_covers_already_does_not_count_again() =>
        Assert.Equal(new(ReceivedAs.New, true, false), ReceiveDecision.Of(Message(), false, null, counted: 5));

    [Fact]
    public void A_message_can_say_that_it_does_not_count() =>
        Assert.Equal(
            new(ReceivedAs.New, true, false),
            ReceiveDecision.Of(Message(5, MessageOptions.UnreadCount), false, null, counted: 4));

    [Fact]
    public void My_message_from_another_device_is_told_and_never_counts() =>
        Assert.Equal(new(ReceivedAs.New, true, false), ReceiveDecision.Of(Message(), true, null, counted: 4));

    [Fact]
    public void It_can_leave_the_conversation_alone() =>
        Assert.Equal(
            new(ReceivedAs.New, false, false),
            ReceiveDecision.Of(Message(5, MessageOptions.SenderConversationUpdate), true, null, counted: 4));

    [Fact]
    public void What_this_session_sent_comes_back_as_an_echo() =>
        Assert.Equal(
            new(ReceivedAs.Echo, false, false), ReceiveDecision.Of(Message(), true, Known(fromHere: true), counted: 4));

    [Fact]
    public void It_stays_an_echo_when_a_page_of_history_was_faster() =>
        Assert.Equal(
            new(ReceivedAs.Echo, false, false), ReceiveDecision.Of(
                Message(), true, Known(5, fromHere: true), counted: 4));

    [Fact]
    public void A_message_that_a_page_of_history_showed_before_its_push_is_told_all_the_same() =>
        Assert.Equal(new(ReceivedAs.New, true, true), ReceiveDecision.Of(Message(), false, Known(5), counted: 4));

    [Fact]
    public void The_same_id_with_another_seq_is_a_duplicate() =>
        Assert.Equal(Nothing, ReceiveDecision.Of(Message(6), false, Known(5, told: true), counted: 5));

    [Fact]
    public void What_was_told_is_not_told_twice() =>
        Assert.Equal(Nothing, ReceiveDecision.Of(Message(), false, Known(5, told: true), counted: 5));

    [Fact]
    public void Placeholders_and_deleted_messages_are_nothing()
    {
        var deleted = Message();
        deleted.Status = MessageStatus.Deleted;

        Assert.Equal(Nothing, ReceiveDecision.Of(deleted, false, null, counted: 4));
    }

    [Fact]
    public void Without_a_conversation_update_nothing_is_told() =>
        Assert.Equal(
            Nothing, ReceiveDecision.Of(Message(5, MessageOptions.ConversationUpdate), false, null, counted: 4));

    [Fact]
    public void What_nobody_stores_is_online_only_even_for_the_one_who_sent_it()
    {
        string[] off = [MessageOptions.History, MessageOptions.ConversationUpdate, MessageOptions.UnreadCount];

        Assert.Equal(
            new(ReceivedAs.OnlineOnly, false, false), ReceiveDecision.Of(Message(0, off), false, null, counted: 4));
        Assert.Equal(
            new(ReceivedAs.OnlineOnly, false, false),
            ReceiveDecision.Of(Message(0, off), true, Known(fromHere: true), 4));
    }

    [Fact]
    public void Typing_is_no_message()
    {
        var typing = Message(0, MessageOptions.History);
        typing.ContentType = ContentType.Typing;

        Assert.Equal(new(ReceivedAs.Typing, false, false), ReceiveDecision.Of(typing, false, null, counted: 4));
    }
}
