using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>ConversationGroup</c> of the v3.8 SDK, key for key.</summary>
public sealed record ConversationGroup
{
    [JsonPropertyName("conversationGroupID")]
    public string ConversationGroupID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("name")]
    public string Name { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("serial")]
    public int Serial { get; init; }

    [JsonPropertyName("version")]
    public long Version { get; init; }

    [JsonPropertyName("ex")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Ex { get; init => field = Omit.Empty(value); }

    [JsonPropertyName("conversationGroupType")]
    public int ConversationGroupType { get; init; }

    [JsonPropertyName("hidden")]
    public bool Hidden { get; init; }

    [JsonPropertyName("unreadCount")]
    public int UnreadCount { get; init; }

    [JsonPropertyName("conversationIDs")]
    public IReadOnlyList<string>? ConversationIDs { get; init; }
}
