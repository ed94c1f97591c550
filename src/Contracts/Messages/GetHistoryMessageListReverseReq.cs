using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>
/// A page of history forward in time. A conversation is named by its id, or by the user or the group that it is with.
/// </summary>
public sealed record GetHistoryMessageListReverseReq
{
    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("groupID")]
    public string GroupID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("conversationID")]
    public string ConversationID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("startClientMsgID")]
    public string StartClientMsgID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("count")]
    public int Count { get; init; }
}
