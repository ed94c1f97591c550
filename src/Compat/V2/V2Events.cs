using System.Collections.Frozen;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>The events that v2 clients know, and how the payload of v3.8 becomes theirs. Others are not told.</summary>
internal static class V2Events
{
    private static readonly FrozenDictionary<string, V2Event> ByName = new Dictionary<string, V2Event>(
        StringComparer.Ordinal)
    {
        ["OnConnecting"] = new(V2Payload.None, ""),
        ["OnConnectSuccess"] = new(V2Payload.None, ""),
        ["OnConnectFailed"] = new(V2Payload.Error, ""),
        ["OnKickedOffline"] = new(V2Payload.None, ""),
        ["OnUserTokenExpired"] = new(V2Payload.None, ""),
        ["OnUserTokenInvalid"] = new(V2Payload.None, "", Name: "OnUserTokenExpired"),
        ["OnSyncServerStart"] = new(V2Payload.None, ""),
        ["OnSyncServerFinish"] = new(V2Payload.None, ""),
        ["OnSyncServerFailed"] = new(V2Payload.None, ""),
        ["OnNewConversation"] = new(V2Payload.Conversations, ""),
        ["OnConversationChanged"] = new(V2Payload.Conversations, ""),
        ["OnTotalUnreadMessageCountChanged"] = new(V2Payload.Number, ""),
        ["OnRecvNewMessage"] = new(V2Payload.Message, "0"),
        ["OnRecvNewMessages"] = new(V2Payload.Messages, "0"),
        ["OnRecvOfflineNewMessage"] = new(V2Payload.Message, "0"),
        ["OnRecvOfflineNewMessages"] = new(V2Payload.Messages, "0"),
        ["OnRecvOnlineOnlyMessage"] = new(V2Payload.Message, "0"),
        ["OnRecvOnlineOnlyMessages"] = new(V2Payload.Messages, "0"),
        ["OnConversationUserInputStatusChanged"] = new(V2Payload.Typing, "0"),
        ["OnRecvC2CReadReceipt"] = new(V2Payload.SingleReceipts, "0"),
        ["OnRecvGroupReadReceipt"] = new(V2Payload.GroupReceipts, "0"),
        ["OnNewRecvMessageRevoked"] = new(V2Payload.Revoked, "0"),
        ["OnFriendApplicationAdded"] = new(V2Payload.FriendRequest, "0"),
        ["OnFriendApplicationDeleted"] = new(V2Payload.FriendRequest, "0"),
        ["OnFriendApplicationAccepted"] = new(V2Payload.FriendRequest, "0"),
        ["OnFriendApplicationRejected"] = new(V2Payload.FriendRequest, "0"),
        ["OnFriendAdded"] = new(V2Payload.Friend, "0"),
        ["OnFriendDeleted"] = new(V2Payload.Friend, "0"),
        ["OnFriendInfoChanged"] = new(V2Payload.Friend, "0"),
        ["OnBlackAdded"] = new(V2Payload.Black, "0"),
        ["OnBlackDeleted"] = new(V2Payload.Black, "0"),
        ["OnJoinedGroupAdded"] = new(V2Payload.Group, "0"),
        ["OnJoinedGroupDeleted"] = new(V2Payload.Group, "0"),
        ["OnGroupInfoChanged"] = new(V2Payload.Group, "0"),
        ["OnGroupMemberAdded"] = new(V2Payload.GroupMember, "0"),
        ["OnGroupMemberDeleted"] = new(V2Payload.GroupMember, "0"),
        ["OnGroupMemberInfoChanged"] = new(V2Payload.GroupMember, "0"),
        ["OnGroupApplicationAdded"] = new(V2Payload.GroupRequest, "0"),
        ["OnGroupApplicationDeleted"] = new(V2Payload.GroupRequest, "0"),
        ["OnGroupApplicationAccepted"] = new(V2Payload.GroupRequest, "0"),
        ["OnGroupApplicationRejected"] = new(V2Payload.GroupRequest, "0"),
        ["OnSelfInfoUpdated"] = new(V2Payload.Self, "0"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static V2Event? Find(string name) => ByName.GetValueOrDefault(name);
}

/// <summary>An event of v2.</summary>
/// <param name="Payload">What becomes of its arguments.</param>
/// <param name="OperationId">What stands in its operationID: the v2 server had two habits.</param>
/// <param name="Name">Its name in v2, when that differs.</param>
internal sealed record V2Event(V2Payload Payload, string OperationId, string? Name = null);

/// <summary>What the argument of a v3.8 event is, and with it how it becomes the <c>data</c> of a v2 frame.</summary>
internal enum V2Payload
{
    /// <summary>Nothing that v2 tells.</summary>
    None,

    /// <summary>An errCode and an errMsg, for the frame's own.</summary>
    Error,
    Number,
    Conversations,

    /// <summary>One message, told alone or in a list, as the client's Login said.</summary>
    Message,

    /// <inheritdoc cref="Message" />
    Messages,

    /// <summary>Who types: only the message that said so is told.</summary>
    Typing,
    SingleReceipts,
    GroupReceipts,
    Revoked,
    FriendRequest,
    Friend,
    Black,
    Group,
    GroupMember,
    GroupRequest,
    Self,
}
