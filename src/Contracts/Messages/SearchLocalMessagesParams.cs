using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SearchLocalMessagesParams</c> of the v3.8 SDK, key for key.</summary>
public sealed record SearchLocalMessagesParams
{
    [JsonPropertyName("conversationID")]
    public string ConversationID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("keywordList")]
    public IReadOnlyList<string>? KeywordList { get; init; }

    [JsonPropertyName("keywordListMatchType")]
    public int KeywordListMatchType { get; init; }

    [JsonPropertyName("senderUserIDList")]
    public IReadOnlyList<string>? SenderUserIDList { get; init; }

    [JsonPropertyName("messageTypeList")]
    public IReadOnlyList<int>? MessageTypeList { get; init; }

    [JsonPropertyName("searchTimePosition")]
    public long SearchTimePosition { get; init; }

    [JsonPropertyName("searchTimePeriod")]
    public long SearchTimePeriod { get; init; }

    [JsonPropertyName("pageIndex")]
    public int PageIndex { get; init; }

    [JsonPropertyName("count")]
    public int Count { get; init; }
}
