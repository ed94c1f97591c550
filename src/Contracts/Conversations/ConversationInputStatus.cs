using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>ConversationInputStatus</c> of the v3.8 SDK, key for key.</summary>
public sealed record ConversationInputStatus
{
    [JsonPropertyName("conversationID")]
    public string ConversationID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("platformIDs")]
    public IReadOnlyList<int>? PlatformIDs { get; init; }
}
