using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The content of a quote (114), as far as the server reads it.</summary>
internal sealed record QuoteElement
{
    [JsonPropertyName("text")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    [JsonPropertyName("quoteMessage")]
    public QuotedMessage? QuoteMessage { get; init; }

    /// <summary>The links and the like in the text: passed on as they are.</summary>
    [JsonPropertyName("messageEntityList")]
    [JsonConverter(typeof(RawJson))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? MessageEntityList { get; init; }
}
