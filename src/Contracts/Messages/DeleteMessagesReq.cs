using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>Messages of one conversation that DeleteMessages takes away.</summary>
public sealed record DeleteMessagesReq
{
    [JsonPropertyName("conversationID")]
    public string ConversationID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("clientMsgIDs")]
    public IReadOnlyList<string>? ClientMsgIDs { get; init; }

    /// <summary>Whether the user's other devices are told.</summary>
    [JsonPropertyName("isSync")]
    public bool IsSync { get; init; }
}
