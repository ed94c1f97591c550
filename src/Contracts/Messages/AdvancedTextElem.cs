using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>AdvancedTextElem</c> of the v3.8 SDK, key for key.</summary>
public sealed record AdvancedTextElem
{
    [JsonPropertyName("text")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Text { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("messageEntityList")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<MessageEntity>? MessageEntityList { get; init => field = Omit.Empty(value); }
}
