using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using MessagePack;

namespace OpenIM.SignalR.Server;

/// <summary>
/// The same value in JSON and in MessagePack.
/// <code>
///   object        map with text keys         number without a fraction   int
///   array         array                      other number                float64
///   string        str (bin reads as base64)  true, false, null           bool, nil
/// </code>
/// </summary>
internal static class JsonShape
{
    public static void Write(ref MessagePackWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteMapHeader(value.GetPropertyCount());
                foreach (var property in value.EnumerateObject())
                {
                    WriteText(ref writer, property);
                    Write(ref writer, property.Value);
                }
                break;
            case JsonValueKind.Array:
                writer.WriteArrayHeader(value.GetArrayLength());
                foreach (var item in value.EnumerateArray())
                    Write(ref writer, item);
                break;
            case JsonValueKind.String:
                WriteText(ref writer, value);
                break;
            case JsonValueKind.Number when value.TryGetInt64(out var whole):
                writer.Write(whole);
                break;
            case JsonValueKind.Number when value.TryGetUInt64(out var large):
                writer.Write(large);
                break;
            case JsonValueKind.Number:
                writer.Write(value.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.Write(value.GetBoolean());
                break;
            default:
                writer.WriteNil();
                break;
        }
    }

    public static void Read(ref MessagePackReader reader, Utf8JsonWriter json, MessagePackSerializerOptions options)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Map:
                options.Security.DepthStep(ref reader);
                json.WriteStartObject();
                for (var left = reader.ReadMapHeader(); left > 0; left--)
                {
                    json.WritePropertyName(reader.ReadString() ?? throw new MessagePackSerializationException("A key is nil."));
                    Read(ref reader, json, options);
                }
                json.WriteEndObject();
                reader.Depth--;
                break;
            case MessagePackType.Array:
                options.Security.DepthStep(ref reader);
                json.WriteStartArray();
                for (var left = reader.ReadArrayHeader(); left > 0; left--)
                    Read(ref reader, json, options);
                json.WriteEndArray();
                reader.Depth--;
                break;
            case MessagePackType.String:
                ReadText(ref reader, json);
                break;
            case MessagePackType.Integer:
                ReadInteger(ref reader, json);
                break;
            case MessagePackType.Float:
                ReadFloat(ref reader, json);
                break;
            case MessagePackType.Boolean:
                json.WriteBooleanValue(reader.ReadBoolean());
                break;
            case MessagePackType.Binary:
                json.WriteBase64StringValue(reader.ReadBytes() is { } bytes ? bytes.ToArray() : []);
                break;
            case MessagePackType.Nil:
                reader.ReadNil();
                json.WriteNullValue();
                break;
            default:
                throw new MessagePackSerializationException($"{reader.NextMessagePackType} has no form in JSON.");
        }
    }

    private static void WriteText(ref MessagePackWriter writer, JsonElement text)
    {
        // Without a backslash the bytes between the quotes are the text itself.
        var quoted = JsonMarshal.GetRawUtf8Value(text);
        if (quoted.Contains((byte)'\\'))
            writer.Write(text.GetString());
        else
            writer.WriteString(quoted[1..^1]);
    }

    private static void WriteText(ref MessagePackWriter writer, JsonProperty property)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(property);
        if (name.Contains((byte)'\\'))
            writer.Write(property.Name);
        else
            writer.WriteString(name);
    }

    private static void ReadText(ref MessagePackReader reader, Utf8JsonWriter json)
    {
        if (reader.TryReadStringSpan(out var text))
            json.WriteStringValue(text);
        else if (reader.ReadStringSequence() is { } parts)
            json.WriteStringValue(parts.ToArray());
    }

    private static void ReadInteger(ref MessagePackReader reader, Utf8JsonWriter json)
    {
        if (reader.NextCode == MessagePackCode.UInt64)
            json.WriteNumberValue(reader.ReadUInt64());
        else
            json.WriteNumberValue(reader.ReadInt64());
    }

    /// <summary>JavaScript knows one kind of number: its whole ones may come as floats and mean an integer.</summary>
    private static void ReadFloat(ref MessagePackReader reader, Utf8JsonWriter json)
    {
        var number = reader.ReadDouble();
        if (Math.Abs(number) < long.MaxValue && Math.Truncate(number) == number)
            json.WriteNumberValue((long)number);
        else
            json.WriteNumberValue(number);
    }
}
