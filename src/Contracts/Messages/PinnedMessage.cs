using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>A message that was pinned to its conversation.</summary>
public sealed record PinnedMessage
{
    [JsonPropertyName("pinnedTime")]
    public long PinnedTime { get; init; }

    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("msg")]
    public MsgStruct? Msg { get; init; }
}
