using System.Text;
using System.Text.Json;
using Google.Protobuf;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class MessageConversionTests
{
    private static Wire.MsgData Text(string content = """{"content":"hi"}""", int contentType = ContentType.Text) => new()
    {
        SendID = "ann",
        RecvID = "ben",
        ClientMsgID = "c1",
        ServerMsgID = "s1",
        SessionType = SessionType.Single,
        MsgFrom = MessageOrigin.User,
        ContentType = contentType,
        Content = ByteString.CopyFromUtf8(content),
        Seq = 3,
        Status = 1,
        SendTime = 20,
        CreateTime = 10,
        AttachedInfo = "null",
        OfflinePushInfo = new() { Title = "New message" },
    };

    [Fact]
    public void A_pushed_message_has_its_element_its_push_hints_and_always_an_attached_info()
    {
        var message = MessageConversion.Pushed(Text());

        Assert.Equal("hi", message.TextElem!.Content);
        Assert.Null(message.Content);
        Assert.Equal(MessageStatus.Sent, message.Status);
        Assert.Equal("New message", message.OfflinePush!.Title);
        Assert.Equal("null", message.AttachedInfo);
        Assert.Equal(new AttachedInfoElem(), message.AttachedInfoElem);
    }

    [Fact]
    public void History_comes_without_push_hints() => Assert.Null(MessageConversion.Stored(Text()).OfflinePush);

    [Fact]
    public void The_latest_message_of_a_list_gets_nothing_added() =>
        Assert.Null(MessageConversion.Latest(Text()).AttachedInfoElem);

    [Fact]
    public void A_private_message_says_so()
    {
        var data = Text();
        data.Options[MessageOptions.NotPrivate] = false;

        Assert.True(MessageConversion.Pushed(data).AttachedInfoElem!.IsPrivateChat);
    }

    [Fact]
    public void A_deleted_message_stays_deleted()
    {
        var data = Text();
        data.Status = MessageStatus.Deleted;

        Assert.Equal(MessageStatus.Deleted, MessageConversion.Stored(data).Status);
    }

    [Theory]
    [InlineData(ContentType.Text, "not json")]
    [InlineData(ContentType.Text, "[]")]
    [InlineData(999, "something else")]
    public void Content_that_cannot_be_read_is_handed_over_as_it_came(int contentType, string content)
    {
        var message = MessageConversion.Pushed(Text(content, contentType));

        Assert.Equal(content, message.Content);
        Assert.Null(message.TextElem);
    }

    [Fact]
    public void A_notification_in_the_chat_keeps_its_detail() =>
        Assert.Equal("{}", MessageConversion.Pushed(Text("""{"detail":"{}"}""", 1501)).NotificationElem!.Detail);

    public static TheoryData<int, string> Contents => new()
    {
        { ContentType.Text, """{"content":"x"}""" },
        { ContentType.Picture, """{"sourcePath":"/p.png","sourcePicture":{"uuid":"p1","size":100,"width":10,"height":20,"url":"u"}}""" },
        { ContentType.Sound, """{"uuid":"s1","sourceUrl":"u","dataSize":1000,"duration":3}""" },
        { ContentType.Video, """{"videoUrl":"u","videoSize":5,"duration":9,"snapshotSize":1,"snapshotWidth":4,"snapshotHeight":3}""" },
        { ContentType.File, """{"sourceUrl":"u","fileName":"f.txt","fileSize":12}""" },
        { ContentType.AtText, """{"text":"hi","atUserList":["ben"],"isAtSelf":false}""" },
        { ContentType.Merger, """{"title":"t","abstractList":["one"]}""" },
        { ContentType.Card, """{"userID":"ben","nickname":"Ben","faceURL":"","ex":""}""" },
        { ContentType.Location, """{"description":"Harbour","longitude":4.5,"latitude":52.25}""" },
        { ContentType.Custom, """{"data":"{\"k\":1}","description":"d","extension":"e"}""" },
        { ContentType.Quote, """{"text":"answer"}""" },
        { ContentType.Face, """{"index":3,"data":"smile"}""" },
        { ContentType.AdvancedText, """{"text":"b","messageEntityList":[{"type":"bold","offset":0,"length":1}]}""" },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void Every_kind_that_can_be_sent_comes_back_as_it_went(int contentType, string content)
    {
        var received = MessageConversion.Pushed(Text(content, contentType));

        Assert.True(ContentType.CanBeSent(contentType));
        Assert.Null(received.Content);
        Assert.Equal(content, Encoding.UTF8.GetString(MessageContent.Encode(received)!));
    }

    [Fact]
    public void A_message_without_the_element_that_its_type_names_cannot_be_sent() =>
        Assert.Null(MessageContent.Encode(new MsgStruct { ContentType = ContentType.Text, CardElem = new() }));

    [Fact]
    public void A_quoted_message_travels_inside_the_content()
    {
        var quote = new MsgStruct
        {
            ContentType = ContentType.Quote,
            QuoteElem = new() { Text = "answer", QuoteMessage = MessageConversion.Stored(Text()) },
        };

        var content = Encoding.UTF8.GetString(MessageContent.Encode(quote)!);
        var back = MessageConversion.Pushed(Text(content, ContentType.Quote)).QuoteElem!;

        Assert.Equal("hi", back.QuoteMessage!.TextElem!.Content);
        Assert.Equal(3, back.QuoteMessage.Seq);
    }

    [Fact]
    public void What_goes_out_leaves_times_and_seq_to_the_server_and_names_only_switches_that_are_off()
    {
        var message = new MsgStruct
        {
            ClientMsgID = "c1",
            SendID = "ann",
            RecvID = "ben",
            ContentType = ContentType.Text,
            Seq = 9,
            SendTime = 99,
            CreateTime = 10,
            AttachedInfoElem = new() { IsPrivateChat = true, BurnDuration = 30 },
        };

        var data = MessageConversion.ToWire(message, [1], null);

        Assert.Equal((0, 0, 10), (data.Seq, data.SendTime, data.CreateTime));
        Assert.Equal(KeyValuePair.Create(MessageOptions.NotPrivate, false), Assert.Single(data.Options));
        Assert.Equal(30, JsonDocument.Parse(data.AttachedInfo).RootElement.GetProperty("burnDuration").GetInt32());
        Assert.Equal(
            "null", MessageConversion.ToWire(message with { AttachedInfoElem = null }, [1], null).AttachedInfo);
    }
}
