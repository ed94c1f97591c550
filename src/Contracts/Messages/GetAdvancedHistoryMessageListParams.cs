using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>GetAdvancedHistoryMessageListParams</c> of the v3.8 SDK, key for key.</summary>
public sealed record GetAdvancedHistoryMessageListParams
{
    [JsonPropertyName("conversationID")]
    public string ConversationID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("startClientMsgID")]
    public string StartClientMsgID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("count")]
    public int Count { get; init; }

    [JsonPropertyName("viewType")]
    public int ViewType { get; init; }
}
