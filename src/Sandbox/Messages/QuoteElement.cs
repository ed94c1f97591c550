using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The content of a quote (114), as far as the server reads it.</summary>
internal sealed record QuoteElement
{
    [JsonPropertyName("text")]
    public string? Text { get; init; } = "";

    [JsonPropertyName("quoteMessage")]
    public QuotedMessage? QuoteMessage { get; init; }
}
