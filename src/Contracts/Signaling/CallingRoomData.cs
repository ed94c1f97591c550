using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>CallingRoomData</c> of the v3.8 SDK, key for key.</summary>
public sealed record CallingRoomData
{
    [JsonPropertyName("participant")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<RoomParticipant>? Participant { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("invitation")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RtcInvite? Invitation { get; init; }

    [JsonPropertyName("roomID")]
    public string RoomID { get; init => field = value ?? ""; } = "";
}
