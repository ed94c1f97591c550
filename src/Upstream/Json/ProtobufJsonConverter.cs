using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

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
    public override bool CanConvert(System.Type typeToConvert) => typeof(IMessage).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(System.Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(MessageConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class MessageConverter<T> : JsonConverter<T> where T : IMessage, new()
    {
        public override T? Read(ref Utf8JsonReader reader, System.Type typeToConvert, JsonSerializerOptions options)
        {
            var message = new T();
            ReadMessage(ref reader, message);
            return message;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => WriteMessage(writer, value);
    }

    private static void WriteMessage(Utf8JsonWriter writer, IMessage message)
    {
        writer.WriteStartObject();
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            var value = field.Accessor.GetValue(message);
            if (field.IsMap)
            {
                if (((IDictionary)value).Count > 0)
                    WriteMap(writer, field, (IDictionary)value);
            }
            else if (field.HasPresence && field.FieldType != FieldType.Message && !field.Accessor.HasValue(message))
            {
                writer.WriteNull(field.Name);
            }
            else if (field.IsRepeated)
            {
                WriteList(writer, field, (IList)value);
            }
            else
            {
                writer.WritePropertyName(field.Name);
                WriteValue(writer, field, value);
            }
        }
        writer.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter writer, FieldDescriptor field, IDictionary map)
    {
        var valueField = field.MessageType.FindFieldByNumber(2);
        writer.WriteStartObject(field.Name);
        foreach (DictionaryEntry entry in map)
        {
            writer.WritePropertyName(entry.Key.ToString()!);
            WriteValue(writer, valueField, entry.Value);
        }
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, FieldDescriptor field, IList list)
    {
        if (list.Count == 0)
        {
            writer.WriteNull(field.Name);
            return;
        }
        writer.WriteStartArray(field.Name);
        foreach (var item in list)
            WriteValue(writer, field, item);
        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, FieldDescriptor field, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case uint number: writer.WriteNumberValue(number); break;
            case ulong number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case float number: writer.WriteNumberValue(number); break;
            case ByteString { Length: 0 }: writer.WriteNullValue(); break;
            case ByteString bytes: writer.WriteBase64StringValue(bytes.Span); break;
            case IMessage message: WriteMessage(writer, message); break;
            default:
                if (field.FieldType != FieldType.Enum)
                    throw new NotSupportedException($"{field.FullName} has no JSON form.");
                writer.WriteNumberValue((int)value);
                break;
        }
    }

    private static void ReadMessage(ref Utf8JsonReader reader, IMessage message)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"{message.Descriptor.Name} must be an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(message.Descriptor, ref reader);
            reader.Read();
            if (field is null)
                reader.Skip();
            else if (reader.TokenType != JsonTokenType.Null)
                ReadField(ref reader, message, field);
        }
    }

    private static FieldDescriptor? FieldOf(MessageDescriptor descriptor, ref Utf8JsonReader reader)
    {
        foreach (var field in descriptor.Fields.InDeclarationOrder())
            if (reader.ValueTextEquals(field.Name))
                return field;
        var name = reader.GetString();
        foreach (var field in descriptor.Fields.InDeclarationOrder())
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
                return field;
        return null;
    }

    private static void ReadField(ref Utf8JsonReader reader, IMessage message, FieldDescriptor field)
    {
        if (field.IsMap)
        {
            var map = (IDictionary)field.Accessor.GetValue(message);
            var valueField = field.MessageType.FindFieldByNumber(2);
            Expect(ref reader, JsonTokenType.StartObject, field);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = reader.GetString()!;
                reader.Read();
                map[key] = ReadValue(ref reader, valueField);
            }
        }
        else if (field.IsRepeated)
        {
            var list = (IList)field.Accessor.GetValue(message);
            Expect(ref reader, JsonTokenType.StartArray, field);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                list.Add(ReadValue(ref reader, field));
        }
        else
        {
            field.Accessor.SetValue(message, ReadValue(ref reader, field));
        }
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, FieldDescriptor field)
    {
        if (reader.TokenType != type)
            throw new JsonException($"{field.Name} must be {(type == JsonTokenType.StartArray ? "an array" : "an object")}.");
    }

    private static object ReadValue(ref Utf8JsonReader reader, FieldDescriptor field)
    {
        try
        {
            return field.FieldType switch
            {
                FieldType.String => reader.TokenType == JsonTokenType.Null ? "" : reader.GetString()!,
                FieldType.Bool => reader.GetBoolean(),
                FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => reader.GetInt32(),
                FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => reader.GetInt64(),
                FieldType.UInt32 or FieldType.Fixed32 => reader.GetUInt32(),
                FieldType.UInt64 or FieldType.Fixed64 => reader.GetUInt64(),
                FieldType.Double => reader.GetDouble(),
                FieldType.Float => reader.GetSingle(),
                FieldType.Bytes => ByteString.CopyFrom(reader.GetBytesFromBase64()),
                FieldType.Enum => System.Enum.ToObject(field.EnumType.ClrType, reader.GetInt32()),
                FieldType.Message => ReadMessageValue(ref reader, field),
                _ => throw new JsonException($"{field.Name} has no JSON form."),
            };
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException)
        {
            throw new JsonException($"{field.Name} has the wrong type.", error);
        }
    }

    private static object ReadMessageValue(ref Utf8JsonReader reader, FieldDescriptor field)
    {
        var descriptor = field.MessageType;
        if (descriptor.File == WrappersReflection.Descriptor)
            return ReadValue(ref reader, descriptor.FindFieldByNumber(1));
        var message = descriptor.Parser.CreateTemplate();
        ReadMessage(ref reader, message);
        return message;
    }
}

internal static class MessageParserExtensions
{
    /// <summary>An empty message of the parser's type.</summary>
    public static IMessage CreateTemplate(this MessageParser parser) => parser.ParseFrom(ByteString.Empty);
}
