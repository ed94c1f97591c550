using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>RtcInviteResults</c> of the v3.8 SDK, key for key.</summary>
public sealed record RtcInviteResults
{
    [JsonPropertyName("liveURL")]
    public string LiveURL { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("roomID")]
    public string RoomID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("token")]
    public string Token { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("busyLineUserIDList")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<string>? BusyLineUserIDList { get; init => field = Omit.Empty(value); }
}
