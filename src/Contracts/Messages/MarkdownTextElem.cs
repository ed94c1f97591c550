using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>MarkdownTextElem</c> of the v3.8 SDK, key for key.</summary>
public sealed record MarkdownTextElem
{
    [JsonPropertyName("content")]
    public string Content { get; init => field = value ?? ""; } = "";
}
