using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>MergeElem</c> of the v3.8 SDK, key for key.</summary>
public sealed record MergeElem
{
    [JsonPropertyName("title")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Title { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("abstractList")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<string>? AbstractList { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("multiMessage")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<MsgStruct>? MultiMessage { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("messageEntityList")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<MessageEntity>? MessageEntityList { get; init => field = Omit.Empty(value); }
}
