using System.Text.Json;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sandbox;

/// <summary>What a webhook was told of the message that it now answers: in the query, as base64 of JSON.</summary>
internal sealed record SimpleMessageKey
{
    public string SendID { get; init; } = "";

    public string RecvID { get; init; } = "";

    public string GroupID { get; init; } = "";

    /// <summary>The key, or null when the text is none.</summary>
    public static SimpleMessageKey? Parse(string? text)
    {
        try
        {
            return text is null
                ? null
                : JsonSerializer.Deserialize<SimpleMessageKey>(Convert.FromBase64String(text), OpenImJson.Options);
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }
}
