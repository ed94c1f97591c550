using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>Writes JSON that is nested deeper than the serializers allow.</summary>
internal static class DeepJson
{
    private const int Depth = 2_000;

    private static readonly JsonSerializerOptions Reading = new() { MaxDepth = Depth };

    public static string Write(JsonNode value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = Depth }))
            value.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static string WriteList(IEnumerable<JsonNode?> values) => Write(new JsonArray([.. values]));

    public static JsonElement[] ReadList(string json) => JsonSerializer.Deserialize<JsonElement[]>(json, Reading)!;
}
