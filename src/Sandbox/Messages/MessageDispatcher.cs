using Google.Protobuf;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Brings an accepted message to its conversation and to those who are online.
/// <list type="number">
/// <item>A notification that also is a line of the chat is copied: the copy goes first, as an ordinary message.</item>
/// <item>With the option <c>history</c> it is stored and gets the next seq of its conversation; without, it is pushed
/// with seq 0.</item>
/// <item>The first stored message of a chat makes the conversation rows of its users.</item>
/// <item>It is pushed under the lock of its conversation, so that all receive the pushes of one conversation in the
/// same order.</item>
/// </list>
/// </summary>
internal sealed class MessageDispatcher(
    MessageLogs logs,
    ConversationStore conversations,
    GroupStore groups,
    IPushTarget target,
    MessageFlow flow,
    TimeProvider time)
{
    /// <param name="message">The message; it gets its seq.</param>
    /// <param name="operationID">What the pushes carry.</param>
    /// <param name="alsoTo">Users who get it besides those of its conversation.</param>
    public void Dispatch(MsgData message, string operationID, IReadOnlyCollection<string>? alsoTo = null)
    {
        if (message.Status == MessageStatus.Sending)
            message.Status = MessageStatus.Sent;
        if (message.IsNotification() && message.IsOn(MessageOption.IsSendMsg))
        {
            Deliver(ChatCopyOf(message), operationID, alsoTo);
            message.Options[MessageOption.OfflinePush] = false;
            message.Options[MessageOption.UnreadCount] = false;
        }
        Deliver(message, operationID, alsoTo);
    }

    private static MsgData ChatCopyOf(MsgData notification)
    {
        var copy = notification.Clone();
        copy.Options.Clear();
        copy.Options[MessageOption.OfflinePush] = notification.IsOn(MessageOption.OfflinePush);
        copy.Options[MessageOption.UnreadCount] = notification.IsOn(MessageOption.UnreadCount);
        return copy;
    }

    private void Deliver(MsgData message, string operationID, IReadOnlyCollection<string>? alsoTo)
    {
        var conversationID = ConversationID.Of(message);
        if (!message.IsOn(MessageOption.History))
        {
            Push(conversationID, message, operationID, alsoTo);
            return;
        }
        var log = logs.Of(conversationID);
        log.Append(message, time.GetUtcNow().ToUnixTimeMilliseconds(), (stored, isFirst) =>
        {
            if (isFirst && !stored.IsNotification())
                AddRows(log.ConversationID, stored);
            Push(log.ConversationID, stored, operationID, alsoTo);
        });
    }

    private void AddRows(string conversationID, MsgData message)
    {
        switch (message.SessionType)
        {
            case SessionType.Group:
                // Who has the row already, such as one who was invited before anything was written, gets a new version.
                foreach (var member in groups.MemberIDs(message.GroupID))
                    if (!AddRow(member, message.GroupID))
                        conversations.Of(member).Change(conversationID, settings => settings with { MaxSeq = 0 });
                break;
            case SessionType.NotificationAccount:
                AddRow(message.RecvID, message.SendID);
                break;
            default:
                AddRow(message.SendID, message.RecvID);
                AddRow(message.RecvID, message.SendID);
                break;
        }

        bool AddRow(string owner, string with) =>
            conversations.Of(owner).Add(ConversationRow.New(conversationID, message.SessionType, with));
    }

    private void Push(
        string conversationID, MsgData message, string operationID, IReadOnlyCollection<string>? alsoTo)
    {
        flow.Tell(conversationID, message, operationID);
        var push = new PushMessages();
        (ConversationID.IsNotification(conversationID) ? push.NotificationMsgs : push.Msgs)
            .Add(conversationID, new PullMsgs { Msgs = { message } });
        var receivers = ReceiversOf(message);
        target.Push(alsoTo is null ? receivers : receivers.Union(alsoTo), new GatewayFrame
        {
            ReqIdentifier = GatewayRequest.PushMsg,
            OperationID = operationID,
            Data = push.ToByteArray(),
        });
    }

    private IEnumerable<string> ReceiversOf(MsgData message)
    {
        if (message.SessionType == SessionType.Group)
            return groups.MemberIDs(message.GroupID);
        return message.SendID != message.RecvID && message.IsOn(MessageOption.SenderSync)
            ? [message.RecvID, message.SendID]
            : [message.RecvID];
    }
}
