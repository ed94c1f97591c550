using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>GroupMessageReceiptInfo</c> of the v3.8 SDK, key for key.</summary>
public sealed record GroupMessageReceiptInfo
{
    [JsonPropertyName("conversationID")]
    public string ConversationID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("groupMessageReadInfo")]
    public IReadOnlyList<GroupMessageReadInfo>? GroupMessageReadInfo { get; init; }
}
