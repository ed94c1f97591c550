using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>AtTextElem</c> of the v3.8 SDK, key for key.</summary>
public sealed record AtTextElem
{
    [JsonPropertyName("text")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Text { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("atUserList")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<string>? AtUserList { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("atUsersInfo")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<AtInfo>? AtUsersInfo { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("quoteMessage")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public MsgStruct? QuoteMessage { get; init; }

    [JsonPropertyName("isAtSelf")]
    public bool IsAtSelf { get; init; }
}
