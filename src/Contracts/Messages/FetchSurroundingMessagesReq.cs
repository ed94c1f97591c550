using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>FetchSurroundingMessagesReq</c> of the v3.8 SDK, key for key.</summary>
public sealed record FetchSurroundingMessagesReq
{
    [JsonPropertyName("startMessage")]
    public MsgStruct? StartMessage { get; init; }

    [JsonPropertyName("viewType")]
    public int ViewType { get; init; }

    [JsonPropertyName("before")]
    public int Before { get; init; }

    [JsonPropertyName("after")]
    public int After { get; init; }
}
