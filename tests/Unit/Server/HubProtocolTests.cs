using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MessagePack;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Server;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Server;

public sealed class HubProtocolTests
{
    private const int MaxMessageBytes = 64 * 1024;

    private static readonly MessagePackSerializerOptions MessagePack =
        MessagePackSerializerOptions.Standard.WithResolver(new ContractsResolver(HubJson.Options));

    public static TheoryData<string, bool> Records =>
        [.. ContractSamples.Records.SelectMany(type => new[] { (type.FullName!, true), (type.FullName!, false) })];

    public static TheoryData<string> Protocols => ["json", "messagepack"];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_contract_has_the_same_shape_in_both_protocols_and_reads_back(string typeName, bool full)
    {
        var type = typeof(MsgStruct).Assembly.GetType(typeName)!;
        var value = full ? ContractSamples.Full(type) : ContractSamples.Empty(type);
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type, HubJson.Options);

        var packed = MessagePackSerializer.Serialize(type, value, MessagePack, TestContext.Current.CancellationToken);
        var unpacked = MessagePackSerializer.Deserialize(type, packed, MessagePack, TestContext.Current.CancellationToken);

        AssertSame(json, Encoding.UTF8.GetBytes(MessagePackSerializer.ConvertToJson(packed, cancellationToken: TestContext.Current.CancellationToken)));
        AssertSame(json, JsonSerializer.SerializeToUtf8Bytes(unpacked, type, HubJson.Options));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void An_event_is_written_as_the_session_encoded_it(string protocol)
    {
        var message = new InvocationMessage("OnRecvNewMessages", [new RawJson("""[{"seq":1,"ex":"<ü>"}]"""u8.ToArray()), "7f3a:42"]);

        var arguments = ArgumentsOf(protocol, Write(protocol, message));

        AssertSame("""[[{"seq":1,"ex":"<ü>"}],"7f3a:42"]"""u8, Encoding.UTF8.GetBytes(arguments.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void A_result_may_be_any_list_of_contracts(string protocol)
    {
        IReadOnlyList<LocalUser>[] results = [[new() { UserID = "alice" }], new List<LocalUser> { new() }, new LocalUser[1]];
        foreach (var result in results)
        {
            var bytes = Write(protocol, CompletionMessage.WithResult("1", result));

            var read = (CompletionMessage)Read(protocol, bytes, typeof(IReadOnlyList<LocalUser>))!;

            Assert.Equal(result, (IReadOnlyList<LocalUser>)read.Result!);
        }
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void What_Resume_answers_has_the_keys_of_the_contract(string protocol)
    {
        var events = new SessionEvents(true, [new SessionEvent("OnConnecting", [], "e:1")], "e:1");

        var read = (CompletionMessage)Read(protocol, Write(protocol, CompletionMessage.WithResult("1", events)), typeof(JsonElement))!;

        AssertSame(
            """{"continuous":true,"events":[{"name":"OnConnecting","arguments":[],"cursor":"e:1"}],"cursor":"e:1"}"""u8,
            Encoding.UTF8.GetBytes(((JsonElement)read.Result!).GetRawText()));
    }

    [Fact]
    public void A_whole_number_of_javascript_that_came_as_a_float_is_an_integer()
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteMapHeader(1);
        writer.Write("createTime");
        writer.Write(4_102_444_800_123d);
        writer.Flush();

        var message = MessagePackSerializer.Deserialize<MsgStruct>(
            buffer.WrittenMemory, MessagePack, TestContext.Current.CancellationToken);

        Assert.Equal(4_102_444_800_123L, message.CreateTime);
    }

    [Theory]
    [InlineData("json", "CreateTextMessage", ErrorCode.Arguments)]
    [InlineData("messagepack", "CreateTextMessage", ErrorCode.Arguments)]
    [InlineData("json", "DeleteGroupRequests", ErrorCode.NotAvailable)]
    [InlineData("messagepack", "Nonsense", ErrorCode.Arguments)]
    public void A_call_that_fits_no_method_ends_in_an_error_with_a_code(string protocol, string function, int code)
    {
        // Two arguments, where the method takes one or is none.
        var bytes = Write(protocol, new InvocationMessage("7", function, ["a", "b"]));

        var read = Assert.IsType<InvocationBindingFailureMessage>(Read(protocol, bytes, HubMethods.Exists(function) ? [typeof(string)] : []));

        Assert.Equal("7", read.InvocationId);
        Assert.StartsWith($"{code} ", Assert.IsType<HubException>(read.BindingFailure.SourceException).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json", """{"type":1,"invocationId":"7","target":"CreateTextMessage","arguments":[{"text":1}]}""")]
    [InlineData("json", """{"type":1,"invocationId":"7","target":"createtextmessage","arguments":[]}""")]
    [InlineData("json", """{"type":4,"invocationId":"7","target":"Nonsense","arguments":[]}""")]
    [InlineData("json", """{"type":4,"invocationId":"7","target":"CreateTextMessage","arguments":["a stream of it"]}""")]
    [InlineData("json", """{"type":1,"invocationId":"7","target":"CreateTextMessage"}""")]
    public void Arguments_of_a_wrong_type_end_in_an_error_for_the_call(string protocol, string frame)
    {
        var read = Assert.IsType<InvocationBindingFailureMessage>(
            Read(protocol, Encoding.UTF8.GetBytes(frame + "\u001e"), typeof(string)));

        Assert.StartsWith("10002 ", Assert.IsType<HubException>(read.BindingFailure.SourceException).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_that_are_nested_too_deep_end_in_an_error_for_the_call_and_what_follows_is_read()
    {
        var deep = $"{new string('[', 10_000)}{new string(']', 10_000)}";
        var frames = $$"""{"type":1,"target":"CreateTextMessage","arguments":[{{deep}}],"invocationId":"7"}""" + "\u001e"
            + """{"type":1,"invocationId":"8","target":"CreateTextMessage","arguments":["hello"]}""" + "\u001e";
        var input = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(frames));
        var protocol = Of("json");
        var binder = new Binder([typeof(string)]);

        Assert.True(protocol.TryParseMessage(ref input, binder, out var refused));
        Assert.True(protocol.TryParseMessage(ref input, binder, out var next));

        var failure = Assert.IsType<InvocationBindingFailureMessage>(refused);
        Assert.Equal("7", failure.InvocationId);
        Assert.StartsWith("10002 ", failure.BindingFailure.SourceException.Message, StringComparison.Ordinal);
        Assert.Equal("8", Assert.IsType<InvocationMessage>(next).InvocationId);
    }

    [Theory]
    [InlineData("json", "this is no JSON\u001e")]
    [InlineData("json", "[]\u001e")]
    [InlineData("json", "{\"type\":\"one\"}\u001e")]
    [InlineData("messagepack", "\u0003\u0001\u0001\u0001")]
    public void What_is_no_message_ends_the_connection_with_an_error_that_says_so(string protocol, string bytes)
    {
        var error = Assert.Throws<HubException>(() => Read(protocol, Encoding.Latin1.GetBytes(bytes)));

        Assert.StartsWith("10002 ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    public void A_message_that_is_too_long_is_refused_before_it_is_complete(string protocol)
    {
        var error = Assert.Throws<HubException>(() => Read(protocol, new byte[MaxMessageBytes].AsMemory(), typeof(string)));

        Assert.Contains($"{MaxMessageBytes}", error.Message, StringComparison.Ordinal);
    }

    private static GuardedHubProtocol Of(string protocol) =>
        protocol == "json" ? HubServices.Json(MaxMessageBytes) : HubServices.MessagePack(MaxMessageBytes);

    private static ReadOnlyMemory<byte> Write(string protocol, HubMessage message) => Of(protocol).GetMessageBytes(message);

    private static HubMessage? Read(string protocol, ReadOnlyMemory<byte> bytes, params Type[] types)
    {
        var input = new ReadOnlySequence<byte>(bytes);
        return Of(protocol).TryParseMessage(ref input, new Binder(types), out var message) ? message : null;
    }

    /// <summary>The arguments of an invocation on the wire, which only a client would read.</summary>
    private static JsonNode ArgumentsOf(string protocol, ReadOnlyMemory<byte> bytes)
    {
        if (protocol == "json")
            return JsonNode.Parse(bytes.Span[..^1])!["arguments"]!;
        // One byte of length is enough for the message of this test.
        return JsonNode.Parse(MessagePackSerializer.ConvertToJson(bytes[1..], cancellationToken: TestContext.Current.CancellationToken))![4]!;
    }

    private static void AssertSame(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        var (left, right) = (JsonNode.Parse(expected), JsonNode.Parse(actual));
        Assert.True(JsonNode.DeepEquals(left, right), $"Expected {left?.ToJsonString()}, was {right?.ToJsonString()}");
    }

    private sealed class Binder(Type[] types) : IInvocationBinder
    {
        public IReadOnlyList<Type> GetParameterTypes(string methodName) => types;

        public Type GetReturnType(string invocationId) => types[0];

        public Type GetStreamItemType(string streamId) => typeof(object);
    }
}
