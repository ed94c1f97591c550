using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// A map in which a null means something, unlike everywhere else in bodies (<see cref="NullAsEmptyText"/>).
/// </summary>
internal sealed class NullableTexts : JsonConverter<Dictionary<string, string?>>
{
    // With the serializer's own options, which have no converter of texts.
    public override Dictionary<string, string?>? Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Dictionary<string, string?>>(ref reader);

    public override void Write(
        Utf8JsonWriter writer, Dictionary<string, string?> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value);
}
