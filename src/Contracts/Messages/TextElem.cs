using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>TextElem</c> of the v3.8 SDK, key for key.</summary>
public sealed record TextElem
{
    [JsonPropertyName("content")]
    public string Content { get; init => field = value ?? ""; } = "";
}
