using System.Text.Json;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class MessageFactoryTests
{
    private static readonly MessageAuthor Ann = new(
        new LocalUser { UserID = "ann", Nickname = "Ann", FaceURL = "https://example.com/a.png" },
        Platform.Web, 1_700_000_000_000);

    [Fact]
    public void A_new_text_carries_its_author_and_is_not_sent_yet()
    {
        var message = MessageFactory.Text(Ann, "plain").Value!;

        Assert.Matches("^[0-9a-f]{32}$", message.ClientMsgID);
        Assert.Equal(
            $$$"""{"clientMsgID":"{{{message.ClientMsgID}}}","createTime":1700000000000,"sendTime":1700000000000,"sessionType":0,"sendID":"ann","msgFrom":100,"contentType":101,"senderPlatformID":5,"senderNickname":"Ann","senderFaceUrl":"https://example.com/a.png","seq":0,"isRead":false,"status":1,"textElem":{"content":"plain"}}""",
            JsonSerializer.Serialize(message, ContractsJsonContext.Relaxed.MsgStruct));
    }

    [Fact]
    public void An_empty_text_is_a_text() => Assert.Equal("", MessageFactory.Text(Ann, "").Value!.TextElem!.Content);

    [Fact]
    public void Ids_differ() =>
        Assert.NotEqual(
            MessageFactory.Text(Ann, "x").Value!.ClientMsgID, MessageFactory.Text(Ann, "x").Value!.ClientMsgID);

    [Fact]
    public void An_at_message_needs_a_text_and_at_most_ten_users()
    {
        var ten = Enumerable.Range(0, 10).Select(i => $"u{i}").ToArray();

        Assert.True(MessageFactory.AtText(Ann, "hi", ten, null, null).IsOk);
        Assert.Equal(
            ErrorCode.Arguments, MessageFactory.AtText(Ann, "hi", [.. ten, "one more"], null, null).Error!.Code);
        Assert.Equal(ErrorCode.Unknown, MessageFactory.AtText(Ann, "", ten, null, null).Error!.Code);
    }

    [Fact]
    public void Of_a_quoted_answer_only_its_own_text_is_quoted()
    {
        var text = MessageFactory.Text(Ann, "plain").Value!;
        var answer = MessageFactory.Quote(Ann, "answer", text).Value!;

        var nested = MessageFactory.Quote(Ann, "nested", answer).Value!.QuoteElem!.QuoteMessage!;

        Assert.Equal(ContentType.Text, nested.ContentType);
        Assert.Equal("answer", nested.TextElem!.Content);
        Assert.Equal("plain", nested.QuoteElem!.QuoteMessage!.TextElem!.Content);
    }

    [Fact]
    public void The_same_holds_for_an_at_message()
    {
        var answer = MessageFactory.Quote(Ann, "answer", MessageFactory.Text(Ann, "plain").Value!).Value!;

        var quoted = MessageFactory.AtText(Ann, "all", ["AtAllTag"], null, answer).Value!.AtTextElem!.QuoteMessage!;

        Assert.Equal(ContentType.Text, quoted.ContentType);
    }

    [Fact]
    public void Merger_and_face_show_their_content_before_they_are_sent()
    {
        var face = MessageFactory.Face(Ann, 3, "smile").Value!;
        var merger = MessageFactory.Merger(Ann, null, "t", null).Value!;

        Assert.Equal("""{"index":3,"data":"smile"}""", face.Content);
        Assert.Equal("""{"title":"t"}""", merger.Content);
        Assert.Equal("t", merger.MergeElem!.Title);
    }

    [Fact]
    public void Only_what_was_sent_can_be_forwarded_and_it_keeps_its_status_and_its_elements()
    {
        var text = MessageFactory.Text(Ann, "plain").Value!;
        var sent = text with { Status = MessageStatus.Sent, Seq = 7, ServerMsgID = "s", RecvID = "ben", SendID = "ben",
            IsRead = true };

        var forward = MessageFactory.Forward(Ann, sent).Value!;

        Assert.Equal(ErrorCode.Arguments, MessageFactory.Forward(Ann, text).Error!.Code);
        Assert.NotEqual(sent.ClientMsgID, forward.ClientMsgID);
        Assert.Equal(
            sent with { ClientMsgID = forward.ClientMsgID, SendID = "ann", Seq = 0, IsRead = false }, forward);
    }

    [Fact]
    public void What_a_message_is_made_of_must_be_given()
    {
        Assert.Equal(ErrorCode.Arguments, MessageFactory.Text(Ann, null).Error!.Code);
        Assert.Equal(ErrorCode.Arguments, MessageFactory.Quote(Ann, "x", null).Error!.Code);
        Assert.Equal(ErrorCode.Arguments, MessageFactory.Card(Ann, null).Error!.Code);
        Assert.Equal(ErrorCode.Arguments, MessageFactory.Image(Ann, "/p.png", null, null, null).Error!.Code);
        Assert.Equal(ErrorCode.Arguments, MessageFactory.Sound(Ann, null).Error!.Code);
        Assert.Equal(ErrorCode.Arguments, MessageFactory.Video(Ann, null).Error!.Code);
        Assert.Equal(ErrorCode.Arguments, MessageFactory.File(Ann, null).Error!.Code);
        Assert.Equal(ErrorCode.Arguments, MessageFactory.Forward(Ann, null).Error!.Code);
    }
}
