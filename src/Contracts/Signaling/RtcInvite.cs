using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>RtcInvite</c> of the v3.8 SDK, key for key.</summary>
public sealed record RtcInvite
{
    [JsonPropertyName("inviterUserID")]
    public string InviterUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("inviteeUserIDList")]
    public IReadOnlyList<string>? InviteeUserIDList { get; init; }

    [JsonPropertyName("customData")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? CustomData { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("groupID")]
    public string GroupID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("roomID")]
    public string RoomID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("timeout")]
    public int Timeout { get; init; }

    [JsonPropertyName("mediaType")]
    public string MediaType { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("sessionType")]
    public int SessionType { get; init; }

    [JsonPropertyName("platformID")]
    public int PlatformID { get; init; }

    [JsonPropertyName("initiateTime")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long InitiateTime { get; init; }

    [JsonPropertyName("busyLineUserIDList")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<string>? BusyLineUserIDList { get; init => field = Omit.Empty(value); }
}
