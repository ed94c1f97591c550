using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>PinnedMessageChangeData</c> of the v3.8 SDK, key for key.</summary>
public sealed record PinnedMessageChangeData
{
    [JsonPropertyName("conversationID")]
    public string ConversationID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("msgs")]
    public IReadOnlyList<PinnedMessage>? Msgs { get; init; }
}
