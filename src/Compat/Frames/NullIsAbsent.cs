using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Compat.Frames;

/// <summary>
/// Reads a null where a number, true or false is wanted as if nothing were given, as Go does: JS clients write what they
/// do not know as null.
/// </summary>
internal sealed class NullIsAbsent<T>(JsonConverter<T> plain) : JsonConverter<T>
    where T : struct
{
    /// <inheritdoc />
    public override bool HandleNull => true;

    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : plain.Read(ref reader, typeToConvert, options);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        plain.Write(writer, value, options);
}
