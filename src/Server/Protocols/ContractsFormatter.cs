using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MessagePack;
using MessagePack.Formatters;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

/// <summary>Writes and reads a type in the shape that its JSON has.</summary>
internal sealed class ContractsFormatter<T>(JsonSerializerOptions json) : IMessagePackFormatter<T?>
{
    private readonly JsonTypeInfo<T> _type = (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T));

    public void Serialize(ref MessagePackWriter writer, T? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }
        using var document = JsonSerializer.SerializeToDocument(value, _type);
        JsonShape.Write(ref writer, document.RootElement);
    }

    public T? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
            return default(T) is null ? default : throw new MessagePackSerializationException($"{typeof(T).Name} cannot be nil.");
        var buffer = new ArrayBufferWriter<byte>();
        using (var text = new Utf8JsonWriter(buffer))
            JsonShape.Read(ref reader, text, options);
        return JsonSerializer.Deserialize(buffer.WrittenSpan, _type);
    }
}

/// <summary>A value that is JSON already.</summary>
internal sealed class RawJsonFormatter : IMessagePackFormatter<RawJson>
{
    public void Serialize(ref MessagePackWriter writer, RawJson value, MessagePackSerializerOptions options)
    {
        using var document = JsonDocument.Parse(value.Utf8);
        JsonShape.Write(ref writer, document.RootElement);
    }

    public RawJson Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            JsonShape.Read(ref reader, json, options);
        return new RawJson(buffer.WrittenMemory);
    }
}
