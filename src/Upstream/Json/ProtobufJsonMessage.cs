using System.Collections.Concurrent;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// The JSON form of one kind of protobuf message, looked up once: its fields with their encoded names.
/// </summary>
internal sealed class ProtobufJsonMessage
{
    private static readonly ConcurrentDictionary<MessageDescriptor, ProtobufJsonMessage> Known = new();
    private readonly MessageDescriptor _descriptor;
    private readonly ProtobufJsonField[] _fields;

    private ProtobufJsonMessage(MessageDescriptor descriptor)
    {
        _descriptor = descriptor;
        _fields = [.. descriptor.Fields.InDeclarationOrder().Select(field => new ProtobufJsonField(field))];
    }

    public static ProtobufJsonMessage Of(MessageDescriptor descriptor) =>
        Known.GetOrAdd(descriptor, static unknown => new ProtobufJsonMessage(unknown));

    public IMessage New() => (IMessage)Activator.CreateInstance(_descriptor.ClrType)!;

    public void Write(Utf8JsonWriter writer, IMessage message)
    {
        writer.WriteStartObject();
        foreach (var field in _fields)
            field.Write(writer, message);
        writer.WriteEndObject();
    }

    public void Read(ref Utf8JsonReader reader, IMessage message)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"{_descriptor.Name} must be an object.");
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = Find(ref reader, ref next);
            reader.Read();
            if (field is null)
                reader.Skip();
            else
                field.Read(ref reader, message);
        }
    }

    /// <summary>
    /// Go writes the fields in the order of their declaration, so the search begins behind the last one.
    /// </summary>
    private ProtobufJsonField? Find(ref Utf8JsonReader reader, ref int next)
    {
        for (var tried = 0; tried < _fields.Length; tried++)
        {
            var field = _fields[(next + tried) % _fields.Length];
            if (!reader.ValueTextEquals(field.Name.EncodedUtf8Bytes))
                continue;
            next = (next + tried + 1) % _fields.Length;
            return field;
        }
        var name = reader.GetString();
        return Array.Find(_fields, field => string.Equals(field.Name.Value, name, StringComparison.OrdinalIgnoreCase));
    }
}
