using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>Who has read one group message.</summary>
public sealed record GroupMessageReadInfo
{
    [JsonPropertyName("clientMsgID")]
    public string ClientMsgID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("hasReadCount")]
    public int HasReadCount { get; init; }

    [JsonPropertyName("unreadCount")]
    public int UnreadCount { get; init; }

    [JsonPropertyName("readMembers")]
    public IReadOnlyList<LocalGroupMember>? ReadMembers { get; init; }
}
