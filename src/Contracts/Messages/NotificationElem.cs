using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>NotificationElem</c> of the v3.8 SDK, key for key.</summary>
public sealed record NotificationElem
{
    [JsonPropertyName("detail")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Detail { get; init => field = Omit.Empty(value); }
}
