using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The only text that a client may send after the handshake: its own ping and pong.</summary>
internal sealed record TextFrame
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("body")]
    public JsonElement? Body { get; init; }

    /// <summary>The answer to a text of a client: a pong, nothing, or false when the connection must end.</summary>
    public static bool TryAnswer(ReadOnlySpan<byte> text, out OutgoingFrame? answer)
    {
        answer = null;
        TextFrame? frame;
        try
        {
            frame = JsonSerializer.Deserialize(text, GatewayJson.Default.TextFrame);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
        switch (frame?.Type)
        {
            case "pong":
                return true;
            case "ping":
                answer = new OutgoingFrame(
                    JsonSerializer.SerializeToUtf8Bytes(frame with { Type = "pong" }, GatewayJson.Default.TextFrame),
                    WebSocketMessageType.Text);
                return true;
            default:
                return false;
        }
    }
}
