using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>Conversation</c> of the v3.8 SDK, key for key.</summary>
public sealed record Conversation
{
    [JsonPropertyName("ownerUserID")]
    public string OwnerUserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("conversationID")]
    public string ConversationID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("conversationType")]
    public int ConversationType { get; init; }

    [JsonPropertyName("userID")]
    public string UserID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("groupID")]
    public string GroupID { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("recvMsgOpt")]
    public int RecvMsgOpt { get; init; }

    [JsonPropertyName("unreadCount")]
    public int UnreadCount { get; init; }

    [JsonPropertyName("draftTextTime")]
    public long DraftTextTime { get; init; }

    [JsonPropertyName("isPinned")]
    public bool IsPinned { get; init; }

    [JsonPropertyName("isPrivateChat")]
    public bool IsPrivateChat { get; init; }

    [JsonPropertyName("burnDuration")]
    public int BurnDuration { get; init; }

    [JsonPropertyName("groupAtType")]
    public int GroupAtType { get; init; }

    [JsonPropertyName("isNotInGroup")]
    public bool IsNotInGroup { get; init; }

    [JsonPropertyName("updateUnreadCountTime")]
    public long UpdateUnreadCountTime { get; init; }

    [JsonPropertyName("attachedInfo")]
    public string AttachedInfo { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("ex")]
    public string Ex { get; init => field = value ?? ""; } = "";
}
