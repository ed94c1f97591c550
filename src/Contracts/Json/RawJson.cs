using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>
/// A value that is JSON already, as UTF-8. Events are encoded once by their session and then written as they are to
/// every connection of every protocol.
/// </summary>
[JsonConverter(typeof(RawJsonConverter))]
public readonly struct RawJson(ReadOnlyMemory<byte> utf8)
{
    /// <summary>One complete JSON value.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;
}

internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new(JsonSerializer.SerializeToUtf8Bytes(document.RootElement, ContractsJsonContext.Relaxed.JsonElement));
    }

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}
