using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>SearchByConversationResult</c> of the v3.8 SDK, key for key.</summary>
public sealed record SearchByConversationResult
{
    [JsonPropertyName("conversationID")]
    public string ConversationID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("conversationType")]
    public int ConversationType { get; init; }

    [JsonPropertyName("showName")]
    public string ShowName { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("faceURL")]
    public string FaceURL { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("latestMsgSendTime")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long LatestMsgSendTime { get; init; }

    [JsonPropertyName("messageCount")]
    public int MessageCount { get; init; }

    [JsonPropertyName("messageList")]
    public IReadOnlyList<MsgStruct>? MessageList { get; init; }
}
