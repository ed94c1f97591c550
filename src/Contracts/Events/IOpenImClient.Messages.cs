using System.Text.Json;

namespace OpenIM.SignalR.Contracts;

public partial interface IOpenImClient
{
    /// <summary>One new message.</summary>
    Task OnRecvNewMessage(MsgStruct message, string cursor);

    /// <summary>New messages in batches.</summary>
    Task OnRecvNewMessages(IReadOnlyList<MsgStruct> messages, string cursor);

    /// <summary>The peer of a single chat read messages.</summary>
    Task OnRecvC2CReadReceipt(IReadOnlyList<MessageReceipt> receipts, string cursor);

    /// <summary>Group members read messages.</summary>
    Task OnRecvGroupReadReceipt(GroupMessageReceiptInfo receipt, string cursor);

    /// <summary>A message was revoked.</summary>
    Task OnNewRecvMessageRevoked(MessageRevoked revoked, string cursor);

    /// <summary>A message was deleted, by this device, another one or the server: as it was stored.</summary>
    Task OnMsgDeleted(LocalChatLog message, string cursor);

    /// <summary>Message received while offline.</summary>
    Task OnRecvOfflineNewMessage(MsgStruct message, string cursor);

    /// <summary>Messages received while offline, batch.</summary>
    Task OnRecvOfflineNewMessages(IReadOnlyList<MsgStruct> messages, string cursor);

    /// <summary>Online-only message.</summary>
    Task OnRecvOnlineOnlyMessage(MsgStruct message, string cursor);

    /// <summary>
    /// Upload/send progress of SendMessage and SendMessageNotOss; 100 is always sent right before the success reply.
    /// </summary>
    Task OnProgress(JsonElement payload, string cursor);

    /// <summary>An application's own notification (2001): what it sent, mostly an object with key and data.</summary>
    Task OnRecvCustomBusinessMessage(JsonElement payload, string cursor);

    /// <summary>All messages of a user deleted.</summary>
    Task OnDeleteUserAllMsgsInConv(JsonElement payload, string cursor);

    /// <summary>Pinned messages changed.</summary>
    Task OnChangedPinnedMsg(PinnedMessageChangeData change, string cursor);

    /// <summary>Message edited.</summary>
    Task OnMessageModified(MsgStruct message, string cursor);

    /// <summary>Online-only messages, batch.</summary>
    Task OnRecvOnlineOnlyMessages(IReadOnlyList<MsgStruct> messages, string cursor);

    /// <summary>Reaction key/values changed.</summary>
    Task OnMessageKvInfoChanged(JsonElement payload, string cursor);
}
