using System.Collections.Frozen;

namespace OpenIM.SignalR.Compat.V3;

/// <summary>The events that v3 clients know, and how the payload of v3.8 becomes theirs. Others are not told.</summary>
internal static class V3Events
{
    private static readonly FrozenDictionary<string, V3Event> ByName = new Dictionary<string, V3Event>(
        StringComparer.Ordinal)
    {
        ["OnConnecting"] = new(V3Payload.None),
        ["OnConnectSuccess"] = new(V3Payload.None),
        ["OnConnectFailed"] = new(V3Payload.Error),
        ["OnKickedOffline"] = new(V3Payload.None),
        ["OnUserTokenExpired"] = new(V3Payload.None),
        ["OnUserTokenInvalid"] = new(V3Payload.None, Name: "OnUserTokenExpired"),
        ["OnSyncServerStart"] = new(V3Payload.None),
        ["OnSyncServerFinish"] = new(V3Payload.None),
        ["OnSyncServerFailed"] = new(V3Payload.None),
        ["OnNewConversation"] = new(V3Payload.Conversations),
        ["OnConversationChanged"] = new(V3Payload.Conversations),
        ["OnTotalUnreadMessageCountChanged"] = new(V3Payload.Total),
        ["OnConversationUserInputStatusChanged"] = new(V3Payload.Typing),
        ["OnRecvNewMessages"] = new(V3Payload.Same),
        ["OnRecvNewMessage"] = new(V3Payload.List, Name: "OnRecvNewMessages"),

        // The v3 SDK had one list for all kinds of new messages.
        ["OnRecvOfflineNewMessages"] = new(V3Payload.Same, Name: "OnRecvNewMessages"),
        ["OnRecvOfflineNewMessage"] = new(V3Payload.List, Name: "OnRecvNewMessages"),
        ["OnRecvOnlineOnlyMessages"] = new(V3Payload.Same, Name: "OnRecvNewMessages"),
        ["OnRecvOnlineOnlyMessage"] = new(V3Payload.List, Name: "OnRecvNewMessages"),
        ["OnRecvC2CReadReceipt"] = new(V3Payload.Same),
        ["OnRecvGroupReadReceipt"] = new(V3Payload.Same),
        ["OnNewRecvMessageRevoked"] = new(V3Payload.Same),
        ["OnMsgDeleted"] = new(V3Payload.Same),
        ["OnFriendApplicationAdded"] = new(V3Payload.Same),
        ["OnFriendApplicationDeleted"] = new(V3Payload.Same),
        ["OnFriendApplicationAccepted"] = new(V3Payload.Same),
        ["OnFriendApplicationRejected"] = new(V3Payload.Same),
        ["OnFriendAdded"] = new(V3Payload.Same),
        ["OnFriendDeleted"] = new(V3Payload.Same),
        ["OnFriendInfoChanged"] = new(V3Payload.Same),
        ["OnBlackAdded"] = new(V3Payload.Black),
        ["OnBlackDeleted"] = new(V3Payload.Black),
        ["OnJoinedGroupAdded"] = new(V3Payload.Group),
        ["OnJoinedGroupDeleted"] = new(V3Payload.Group),
        ["OnGroupInfoChanged"] = new(V3Payload.Group),
        ["OnGroupMemberAdded"] = new(V3Payload.Same),
        ["OnGroupMemberDeleted"] = new(V3Payload.Same),
        ["OnGroupMemberInfoChanged"] = new(V3Payload.Same),
        ["OnGroupApplicationAdded"] = new(V3Payload.Same),
        ["OnGroupApplicationDeleted"] = new(V3Payload.Same),
        ["OnGroupApplicationAccepted"] = new(V3Payload.Same),
        ["OnGroupApplicationRejected"] = new(V3Payload.Same),
        ["OnGroupDismissed"] = new(V3Payload.Group),
        ["OnSelfInfoUpdated"] = new(V3Payload.Same),
        ["OnUserStatusChanged"] = new(V3Payload.Same),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static V3Event? Find(string name) => ByName.TryGetValue(name, out var found) ? found : null;
}

/// <summary>An event of v3.</summary>
/// <param name="Payload">What becomes of its arguments.</param>
/// <param name="Name">Its name in v3, when that differs.</param>
internal sealed record V3Event(V3Payload Payload, string? Name = null);

/// <summary>How the arguments of a v3.8 event become the <c>data</c> of a v3 frame.</summary>
internal enum V3Payload
{
    /// <summary>Empty.</summary>
    None,

    /// <summary>The JSON of the only argument.</summary>
    Same,

    /// <summary>The only argument in a list.</summary>
    List,

    /// <summary>A list of conversations, whose shape differs.</summary>
    Conversations,

    /// <summary>How many messages are unread: the JSON of the only argument.</summary>
    Total,

    /// <summary>A group, told with what the SDK told beside it.</summary>
    Group,

    /// <summary>A blocked user, one of whose keys differs.</summary>
    Black,

    /// <summary>Who types, and before it the message that said so.</summary>
    Typing,

    /// <summary>Empty; the arguments are the frame's errCode and errMsg.</summary>
    Error,
}
