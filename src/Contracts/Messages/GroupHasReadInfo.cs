using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>GroupHasReadInfo</c> of the v3.8 SDK, key for key.</summary>
public sealed record GroupHasReadInfo
{
    [JsonPropertyName("hasReadUserIDList")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<string>? HasReadUserIDList { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("hasReadCount")]
    public int HasReadCount { get; init; }

    [JsonPropertyName("groupMemberCount")]
    public int GroupMemberCount { get; init; }
}
