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

    /// <summary>
    /// Gateway: the message (113) that said so. Absent when a state is over because it was not renewed. Clients of older
    /// SDKs are told it among the new messages.
    /// </summary>
    [JsonPropertyName("message")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public MsgStruct? Message { get; init; }
}
