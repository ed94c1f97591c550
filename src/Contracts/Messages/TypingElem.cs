using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>TypingElem</c> of the v3.8 SDK, key for key.</summary>
public sealed record TypingElem
{
    [JsonPropertyName("msgTips")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? MsgTips { get; init => field = Omit.Empty(value); }
}
