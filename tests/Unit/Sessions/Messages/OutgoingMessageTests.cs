using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class OutgoingMessageTests
{
    private static readonly MsgStruct Text =
        new() { ClientMsgID = "m", ContentType = ContentType.Text, TextElem = new() { Content = "x" },
            Status = MessageStatus.Sending };

    [Fact]
    public void A_recipient_wins_over_a_group()
    {
        Assert.Equal(new SendTarget(SessionType.Single, "ben", "si_ann_ben"), SendTarget.Of("ann", "ben", "7"));
        Assert.Equal(new SendTarget(SessionType.Group, "7", "sg_7"), SendTarget.Of("ann", "", "7"));
        Assert.Null(SendTarget.Of("ann", "", null));
    }

    [Fact]
    public void Who_sends_says_the_session_and_not_the_message()
    {
        var forged = Text with { SendID = "imAdmin", SenderPlatformID = Platform.IOS, MsgFrom = MessageOrigin.System,
            Seq = 9, GroupID = "7" };

        var addressed = OutgoingMessage.Addressed(
            forged, "ann", Platform.Web, SendTarget.Of("ann", "ben", "7")!.Value, attachedInfo: null, now: 5);

        Assert.Equal(
            ("ann", Platform.Web, MessageOrigin.User, 0L, "ben", null, 5L),
            (addressed.SendID, addressed.SenderPlatformID, addressed.MsgFrom, addressed.Seq, addressed.RecvID,
                addressed.GroupID,
                addressed.SendTime));
    }

    [Theory]
    [InlineData(MessageStatus.Sending, MessageStatus.Sending)]
    [InlineData(MessageStatus.Failed, MessageStatus.Sending)]
    [InlineData(MessageStatus.Sent, MessageStatus.Sent)]
    public void What_failed_is_on_its_way_again_and_a_forward_stays_sent(int status, int expected) =>
        Assert.Equal(
            expected,
            OutgoingMessage.Addressed(
                Text with { Status = status }, "ann", Platform.Web, SendTarget.Of("ann", "ben", "")!.Value,
                null, 5).Status);

    [Fact]
    public void A_private_chat_attaches_its_own_settings_and_nobody_attaches_what_others_reading_left()
    {
        var row = new ConversationRow("si_ann_ben", SessionType.Single, "ben");
        row.LoadSettings(new Wire.Conversation { IsPrivateChat = true, BurnDuration = 10 }, withDefaults: true);

        Assert.Equal(
            new AttachedInfoElem { IsPrivateChat = true, BurnDuration = 10 },
            OutgoingMessage.AttachedInSingle(null, row));
        Assert.Null(OutgoingMessage.AttachedInSingle(null, null));
        Assert.Equal(
            new AttachedInfoElem { IsEncryption = true },
            OutgoingMessage.AttachedInSingle(
                new() { IsEncryption = true, IsPrivateChat = true, HasReadTime = 5 }, null));
    }

    [Fact]
    public void A_quote_learns_the_seq_of_what_it_quotes_if_that_is_known()
    {
        var quote = Text with { ContentType = ContentType.Quote, QuoteElem = new() { QuoteMessage = Text } };

        Assert.Equal(7, OutgoingMessage.WithQuotedSeq(quote, id => id == "m" ? 7 : 0).QuoteElem!.QuoteMessage!.Seq);
        Assert.Same(quote, OutgoingMessage.WithQuotedSeq(quote, _ => 0));
        Assert.Same(Text, OutgoingMessage.WithQuotedSeq(Text, _ => 7));
    }

    [Fact]
    public void Files_of_the_host_are_sent_for_nobody_but_addresses_are()
    {
        var file = Text with { ContentType = ContentType.File, FileElem = new() { FilePath = "/etc/passwd" } };
        var address = file with { FileElem = new() { SourceUrl = "https://example.com/f" } };

        Assert.Equal(ErrorCode.HostFileRefused, OutgoingMessage.Refusal(file, uploads: true, "SendMessage")!.Code);
        Assert.Null(OutgoingMessage.Refusal(file, uploads: false, "SendMessageNotOss"));
        Assert.Null(OutgoingMessage.Refusal(address, uploads: true, "SendMessage"));
    }
}
