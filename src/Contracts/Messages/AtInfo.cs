using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>AtInfo</c> of the v3.8 SDK, key for key.</summary>
public sealed record AtInfo
{
    [JsonPropertyName("atUserID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? AtUserID { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("groupNickname")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? GroupNickname { get; init => field = Omit.Empty(value); }
}
