using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using Google.Protobuf;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Upstream.Gateway;

public sealed class GatewayCodecTests
{
    [Fact]
    public void Whatever_a_request_holds_any_json_reader_reads_it_back() =>
        Gen.Select(Gen.String, Gen.String, Gen.Int, Gen.Byte.Array[0, 3000], Gen.Long[0, long.MaxValue])
            .Sample((userID, operationID, reqIdentifier, content, msgIncr) =>
            {
                var message = new MsgData { Content = ByteString.CopyFrom(content) };
                var length = GatewayCodec.Write(
                    reqIdentifier, JsonEncodedText.Encode(userID, OpenImJson.Options.Encoder), operationID, msgIncr,
                    message, out var buffer);
                var frame = JsonSerializer.Deserialize<GatewayFrame>(buffer.AsSpan(0, length))!;
                ArrayPool<byte>.Shared.Return(buffer);

                Assert.Equal(reqIdentifier, frame.ReqIdentifier);
                Assert.Equal(WellFormed(userID), frame.SendID);
                Assert.Equal(WellFormed(operationID), frame.OperationID);
                Assert.Equal($"{msgIncr}", frame.MsgIncr);
                Assert.Equal(message, MsgData.Parser.ParseFrom(frame.Data));
            });

    [Fact]
    public void An_answer_is_read_whatever_the_order_of_its_keys_and_with_keys_of_later_servers()
    {
        var json = Encoding.UTF8.GetBytes(
            """
            {"data":"AAEC","later":{"a":[1,2]},"errMsg":"q\"\u00e9","errCode":1001,
             "operationID":"op","msgIncr":"42","reqIdentifier":1003}
            """);

        var frame = GatewayCodec.Read(json);

        Assert.Equal((1003, 42L, "op", 1001, "q\"é"),
            (frame.ReqIdentifier, frame.MsgIncr, frame.OperationID, frame.ErrCode, frame.ErrMsg));
        Assert.Equal([0, 1, 2], frame.Data.ToArray());
    }

    [Theory]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":""}""")]
    [InlineData("{}")]
    public void Without_data_the_message_is_empty(string json) =>
        Assert.Equal(0, GatewayCodec.Read(Encoding.UTF8.GetBytes(json)).Data.Length);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"alice_17\"")]
    [InlineData("null")]
    [InlineData("17")]
    public void A_msgIncr_that_is_none_of_ours_belongs_to_no_request(string msgIncr) =>
        Assert.Equal(0, GatewayCodec.Read(Encoding.UTF8.GetBytes($$"""{"msgIncr":{{msgIncr}}}""")).MsgIncr);

    /// <summary>JSON has no half characters: they become the replacement character.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
