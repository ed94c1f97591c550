using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>FetchSurroundingMessagesResp</c> of the v3.8 SDK, key for key.</summary>
public sealed record FetchSurroundingMessagesResp
{
    [JsonPropertyName("messageList")]
    public IReadOnlyList<MsgStruct>? MessageList { get; init; }
}
