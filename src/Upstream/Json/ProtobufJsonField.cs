using System.Collections;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace OpenIM.SignalR.Upstream;

/// <summary>One field of <see cref="ProtobufJsonMessage"/>.</summary>
internal sealed class ProtobufJsonField
{
    private readonly FieldDescriptor _field;
    private readonly FieldDescriptor _value;
    private readonly Lazy<ProtobufJsonMessage>? _message;
    private readonly bool _isBareValueOrNull;
    private readonly JsonTokenType _zero;

    public ProtobufJsonField(FieldDescriptor field)
    {
        _field = field;
        Name = JsonEncodedText.Encode(field.Name);
        _value = field.IsMap ? field.MessageType.FindFieldByNumber(2) : field;
        _zero = ZeroOf(field);
        _isBareValueOrNull = field.HasPresence && field.FieldType != FieldType.Message;
        if (_value.FieldType != FieldType.Message)
            return;
        if (_value.MessageType.File == WrappersReflection.Descriptor)
            _value = _value.MessageType.FindFieldByNumber(1);
        else
            _message = new(() => ProtobufJsonMessage.Of(_value.MessageType)); // Lazy, since a message may hold itself.
    }

    public JsonEncodedText Name { get; }

    public void Write(Utf8JsonWriter writer, IMessage message)
    {
        if (_isBareValueOrNull && !_field.Accessor.HasValue(message))
        {
            writer.WriteNull(Name);
            return;
        }
        var value = _field.Accessor.GetValue(message);
        if (_field.IsMap)
            WriteMap(writer, (IDictionary)value);
        else if (_field.IsRepeated)
            WriteList(writer, (IList)value);
        else
        {
            writer.WritePropertyName(Name);
            WriteValue(writer, value);
        }
    }

    /// <summary>
    /// Reads the field's value into <paramref name="message"/>, which is new: zeros are there already.
    /// </summary>
    public void Read(ref Utf8JsonReader reader, IMessage message)
    {
        if (reader.TokenType == JsonTokenType.Null || IsZero(ref reader))
            return;
        try
        {
            if (_field.IsMap)
                ReadMap(ref reader, (IDictionary)_field.Accessor.GetValue(message));
            else if (_field.IsRepeated)
                ReadList(ref reader, (IList)_field.Accessor.GetValue(message));
            else
                _field.Accessor.SetValue(message, ReadValue(ref reader));
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException)
        {
            throw new JsonException($"{_field.Name} has the wrong type.", error);
        }
    }

    /// <summary>
    /// How the zero value begins, where it means the same as an absent one; most fields of most messages have it.
    /// </summary>
    private static JsonTokenType ZeroOf(FieldDescriptor field) => field switch
    {
        { IsRepeated: true } or { HasPresence: true } => JsonTokenType.None,
        { FieldType: FieldType.String or FieldType.Bytes } => JsonTokenType.String,
        { FieldType: FieldType.Bool } => JsonTokenType.False,
        _ => JsonTokenType.Number,
    };

    private bool IsZero(ref Utf8JsonReader reader) =>
        reader.TokenType == _zero && !reader.HasValueSequence && _zero switch
        {
            JsonTokenType.String => reader.ValueSpan.IsEmpty,
            JsonTokenType.Number => reader.ValueSpan is [(byte)'0'],
            _ => true,
        };

    private void WriteMap(Utf8JsonWriter writer, IDictionary map)
    {
        if (map.Count == 0)
            return;
        writer.WriteStartObject(Name);
        foreach (DictionaryEntry entry in map)
        {
            writer.WritePropertyName(entry.Key.ToString()!);
            WriteValue(writer, entry.Value);
        }
        writer.WriteEndObject();
    }

    private void WriteList(Utf8JsonWriter writer, IList list)
    {
        if (list.Count == 0)
        {
            writer.WriteNull(Name);
            return;
        }
        writer.WriteStartArray(Name);
        foreach (var item in list)
            WriteValue(writer, item);
        writer.WriteEndArray();
    }

    private void WriteValue(Utf8JsonWriter writer, object? value)
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
            case IMessage message: _message!.Value.Write(writer, message); break;
            default: writer.WriteNumberValue((int)value); break; // an enum
        }
    }

    private void ReadMap(ref Utf8JsonReader reader, IDictionary map)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"{_field.Name} must be an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            map[key] = ReadValue(ref reader);
        }
    }

    private void ReadList(ref Utf8JsonReader reader, IList list)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException($"{_field.Name} must be an array.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(ReadValue(ref reader));
    }

    private object ReadValue(ref Utf8JsonReader reader)
    {
        var isNull = reader.TokenType == JsonTokenType.Null;
        switch (_value.FieldType)
        {
            case FieldType.String:
                return isNull ? "" : reader.GetString()!;
            case FieldType.Bool:
                return !isNull && reader.GetBoolean();
            case FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32:
                return isNull ? 0 : reader.GetInt32();
            case FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64:
                return isNull ? 0L : reader.GetInt64();
            case FieldType.UInt32 or FieldType.Fixed32:
                return isNull ? 0u : reader.GetUInt32();
            case FieldType.UInt64 or FieldType.Fixed64:
                return isNull ? 0ul : reader.GetUInt64();
            case FieldType.Double:
                return isNull ? 0d : reader.GetDouble();
            case FieldType.Float:
                return isNull ? 0f : reader.GetSingle();
            case FieldType.Bytes:
                return isNull ? ByteString.Empty : UnsafeByteOperations.UnsafeWrap(reader.GetBytesFromBase64());
            case FieldType.Enum:
                return System.Enum.ToObject(_value.EnumType.ClrType, isNull ? 0 : reader.GetInt32());
            case FieldType.Message:
                var message = _message!.Value.New();
                if (!isNull)
                    _message.Value.Read(ref reader, message);
                return message;
            default:
                throw new JsonException($"{_field.Name} has no JSON form.");
        }
    }
}
