using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>GetConversationRecvMessageOptResp</c> of the v3.8 SDK, key for key.</summary>
public sealed record GetConversationRecvMessageOptResp
{
    [JsonPropertyName("conversationID")]
    public string ConversationID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("result")]
    public int? Result { get; init; }
}
