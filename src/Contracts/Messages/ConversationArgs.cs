using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>ConversationArgs</c> of the v3.8 SDK, key for key.</summary>
public sealed record ConversationArgs
{
    [JsonPropertyName("conversationID")]
    public string ConversationID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("clientMsgIDList")]
    public IReadOnlyList<string>? ClientMsgIDList { get; init; }
}
