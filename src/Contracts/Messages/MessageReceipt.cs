using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>MessageReceipt</c> of the v3.8 SDK, key for key.</summary>
public sealed record MessageReceipt
{
    [JsonPropertyName("groupID")]
    public string GroupID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("msgIDList")]
    public IReadOnlyList<string>? MsgIDList { get; init; }

    [JsonPropertyName("readTime")]
    public long ReadTime { get; init; }

    [JsonPropertyName("msgFrom")]
    public int MsgFrom { get; init; }

    [JsonPropertyName("contentType")]
    public int ContentType { get; init; }

    [JsonPropertyName("sessionType")]
    public int SessionType { get; init; }
}
