using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Lists of texts in the bodies that are records. Go has no text that is null: in a list it is the empty one, as the
/// protobuf messages' own converter has it.
/// </summary>
internal sealed class TextList : JsonConverter<List<string>>
{
    public override List<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("It must be an array of texts.");
        List<string> texts = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            texts.Add(reader.GetString() ?? "");
        return texts;
    }

    public override void Write(Utf8JsonWriter writer, List<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in value)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
