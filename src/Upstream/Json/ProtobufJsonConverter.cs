using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// Protobuf messages as OpenIM's REST API writes them: Go's <c>encoding/json</c> over the generated structs. That is
/// neither proto3 JSON nor what System.Text.Json would make of the classes:
/// <list type="bullet">
/// <item>keys are the field names of the .proto file; 64-bit numbers are numbers;</item>
/// <item>scalars are always there; an empty list is <c>null</c>; an empty map is left out; an absent message is
/// <c>null</c>;</item>
/// <item>bytes are base64, empty ones <c>null</c>; wrappers are the bare value or <c>null</c>;</item>
/// <item>reading ignores the case of keys, unknown keys, and takes <c>null</c> for the zero value.</item>
/// </list>
/// </summary>
public sealed class ProtobufJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeof(IMessage).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(MessageConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class MessageConverter<T> : JsonConverter<T> where T : IMessage<T>, new()
    {
        private readonly ProtobufJsonMessage _shape = ProtobufJsonMessage.Of(new T().Descriptor);

        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var message = new T();
            _shape.Read(ref reader, message);
            return message;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            _shape.Write(writer, value);
    }
}
