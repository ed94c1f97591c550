using System.Text.Json.Serialization;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

/// <summary>
/// A row of the conversation list as the v3.5 SDK has it: <c>hasReadSeq</c> is always there, all else is the same.
/// </summary>
internal sealed class V3Conversation(LocalConversation conversation)
{
    [JsonPropertyName("conversationID")]
    public string ConversationID => conversation.ConversationID;

    [JsonPropertyName("conversationType")]
    public int ConversationType => conversation.ConversationType;

    [JsonPropertyName("userID")]
    public string UserID => conversation.UserID;

    [JsonPropertyName("groupID")]
    public string GroupID => conversation.GroupID;

    [JsonPropertyName("showName")]
    public string ShowName => conversation.ShowName;

    [JsonPropertyName("faceURL")]
    public string FaceURL => conversation.FaceURL;

    [JsonPropertyName("recvMsgOpt")]
    public int RecvMsgOpt => conversation.RecvMsgOpt;

    [JsonPropertyName("unreadCount")]
    public int UnreadCount => conversation.UnreadCount;

    [JsonPropertyName("groupAtType")]
    public int GroupAtType => conversation.GroupAtType;

    [JsonPropertyName("latestMsg")]
    public string LatestMsg => conversation.LatestMsg;

    [JsonPropertyName("latestMsgSendTime")]
    public long LatestMsgSendTime => conversation.LatestMsgSendTime;

    [JsonPropertyName("draftText")]
    public string DraftText => conversation.DraftText;

    [JsonPropertyName("draftTextTime")]
    public long DraftTextTime => conversation.DraftTextTime;

    [JsonPropertyName("isPinned")]
    public bool IsPinned => conversation.IsPinned;

    [JsonPropertyName("isPrivateChat")]
    public bool IsPrivateChat => conversation.IsPrivateChat;

    [JsonPropertyName("burnDuration")]
    public int BurnDuration => conversation.BurnDuration;

    [JsonPropertyName("isNotInGroup")]
    public bool IsNotInGroup => conversation.IsNotInGroup;

    [JsonPropertyName("updateUnreadCountTime")]
    public long UpdateUnreadCountTime => conversation.UpdateUnreadCountTime;

    [JsonPropertyName("attachedInfo")]
    public string AttachedInfo => conversation.AttachedInfo;

    [JsonPropertyName("ex")]
    public string Ex => conversation.Ex;

    [JsonPropertyName("maxSeq")]
    public long MaxSeq => conversation.MaxSeq;

    [JsonPropertyName("minSeq")]
    public long MinSeq => conversation.MinSeq;

    [JsonPropertyName("hasReadSeq")]
    public long HasReadSeq => conversation.HasReadSeq;

    [JsonPropertyName("msgDestructTime")]
    public long MsgDestructTime => conversation.MsgDestructTime;

    [JsonPropertyName("isMsgDestruct")]
    public bool IsMsgDestruct => conversation.IsMsgDestruct;
}
