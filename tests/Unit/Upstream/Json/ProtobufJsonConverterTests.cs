using System.Text.Json;
using CsCheck;
using Google.Protobuf;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Upstream.Json;

public sealed class ProtobufJsonConverterTests
{
    [Fact]
    public void Scalars_are_always_there_under_their_proto_names_and_64_bits_are_a_number() =>
        Assert.Equal(
            """{"userID":"","platformID":0,"expireTimeSeconds":9007199254740993}""",
            Write(new ParseTokenResp { ExpireTimeSeconds = 9007199254740993 }));

    [Fact]
    public void An_empty_list_and_an_absent_message_are_null() =>
        Assert.Equal(
            """{"userID":"u","pagination":null,"handleResults":null}""",
            Write(new GetPaginationFriendsApplyToReq { UserID = "u" }));

    [Fact]
    public void An_empty_map_is_left_out_and_a_map_has_its_keys_as_names()
    {
        Assert.DoesNotContain("seqs", Write(new GetConversationsHasReadAndMaxSeqResp()), StringComparison.Ordinal);
        Assert.Contains(
            """
            "maxSeqs":{"si_a_b":3}
            """,
            Write(new GetMaxSeqResp { MaxSeqs = { ["si_a_b"] = 3 } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_are_base64_and_empty_ones_null()
    {
        Assert.Contains("\"content\":null", Write(new MsgData()), StringComparison.Ordinal);
        Assert.Contains(
            "\"content\":\"+/8=\"",
            Write(new MsgData { Content = ByteString.CopyFrom(0xfb, 0xff) }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrapper_is_its_bare_value_or_null()
    {
        var written = Write(new UserInfoWithEx { UserID = "u", Nickname = "", GlobalRecvMsgOpt = 0 });

        Assert.Contains("\"nickname\":\"\"", written, StringComparison.Ordinal);
        Assert.Contains("\"globalRecvMsgOpt\":0", written, StringComparison.Ordinal);
        Assert.Contains("\"faceURL\":null", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_written_as_it_is_where_json_allows_it() =>
        Assert.Contains(
            "<b>é 你 '+&</b>",
            Write(new UserInfo { Nickname = "<b>é 你 '+&</b>" }), StringComparison.Ordinal);

    [Fact]
    public void Reading_ignores_the_case_of_keys_and_unknown_keys() =>
        Assert.Equal(
            new ParseTokenResp { UserID = "alice", PlatformID = 5 },
            Read<ParseTokenResp>("""{"later":{"a":[{}]},"USERID":"alice","PlatformId":5}"""));

    [Fact]
    public void Reading_takes_null_for_the_zero_value()
    {
        Assert.Equal(
            new UserInfo { UserID = "u" },
            Read<UserInfo>("""{"userID":"u","nickname":null,"createTime":null}"""));
        var full = Read<GetDesignateUsersResp>("""{"usersInfo":[{"userID":"a"},null]}""");
        Assert.Equal([new UserInfo { UserID = "a" }, new UserInfo()], full.UsersInfo);
        Assert.Null(Read<UserInfoWithEx>("""{"nickname":null}""").Nickname);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("17")]
    [InlineData("\"text\"")]
    [InlineData("""{"userID":17}""")]
    [InlineData("""{"userID":{}}""")]
    [InlineData("""{"platformID":"5"}""")]
    [InlineData("""{"platformID":5.5}""")]
    [InlineData("""{"platformID":9999999999}""")]
    [InlineData("""{"platformID":true}""")]
    public void A_value_of_the_wrong_type_is_refused(string json) =>
        Assert.Throws<JsonException>(() => Read<ParseTokenResp>(json));

    [Theory]
    [InlineData("""{"maxSeqs":[]}""")]
    [InlineData("""{"maxSeqs":{"a":"b"}}""")]
    [InlineData("""{"maxSeqs":17}""")]
    public void A_map_of_the_wrong_type_is_refused(string json) =>
        Assert.Throws<JsonException>(() => Read<GetMaxSeqResp>(json));

    [Theory]
    [InlineData("""{"userIDs":{}}""")]
    [InlineData("""{"userIDs":[1]}""")]
    [InlineData("""{"userIDs":"a"}""")]
    public void A_list_of_the_wrong_type_is_refused(string json) =>
        Assert.Throws<JsonException>(() => Read<GetDesignateUsersReq>(json));

    [Fact]
    public void A_message_inside_messages_without_end_is_refused_before_the_stack_is_full() =>
        Assert.Throws<JsonException>(() => Read<GetDesignateUsersResp>(
            string.Concat(Enumerable.Repeat("""{"later":[""", 10_000))));

    [Fact]
    public void What_was_written_is_read_back() =>
        Gen.Select(Gen.String, Gen.Long, Gen.Byte.Array[0, 100], Gen.Bool, Gen.String.Array[0, 3])
            .Sample((text, number, bytes, flag, list) =>
            {
                var message = new MsgData
                {
                    SendID = WellFormed(text), SendTime = number, Content = ByteString.CopyFrom(bytes), IsRead = flag,
                    Options = { ["history"] = flag },
                    OfflinePushInfo = new OpenIM.SignalR.Upstream.Wire.OfflinePushInfo { Title = WellFormed(text) },
                };
                message.AtUserIDList.AddRange(list.Select(WellFormed));

                Assert.Equal(message, Read<MsgData>(Write(message)));
            });

    private static string WellFormed(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private static string Write(IMessage message) =>
        JsonSerializer.Serialize(message, message.GetType(), OpenImJson.Options);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, OpenImJson.Options)!;
}
