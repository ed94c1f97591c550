using System.Security.Cryptography;
using System.Text.Json;
using Google.Protobuf;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Sends the server's notifications: messages whose content is <c>{"detail":"&lt;JSON of the tips&gt;"}</c> and whose
/// options say whether they are stored, and whether they also are a line of the chat.
/// </summary>
internal sealed class NotificationSender(MessageSender messages, MessageDispatcher dispatcher, TimeProvider time)
{
    /// <summary>From a user to another, whose own devices get it too, or to himself.</summary>
    /// <param name="sessionType">What kind of chat it is about: one of two users or one with an account.</param>
    public void ToUser(
        string operationID,
        int contentType,
        string sendID,
        string recvID,
        IMessage tips,
        int sessionType = SessionType.Single)
    {
        var kind = NotificationKinds.Of(contentType);
        // A read position told to the own devices is not worth keeping: they ask for it when they come back.
        if (contentType == ContentType.HasRead && sendID == recvID)
            kind = kind with { IsStored = false };
        Send(operationID, kind, new MsgData
        {
            SendID = sendID,
            RecvID = recvID,
            SessionType = sessionType,
            ContentType = contentType,
            Content = Detail(tips),
        });
    }

    /// <summary>From a user to a group.</summary>
    /// <param name="hasChatCopy">Overrides whether it also is a line of the chat.</param>
    /// <param name="alsoTo">Users who get it although they are members no more.</param>
    /// <param name="profile">The sender's name and picture, which only some notifications carry.</param>
    public void ToGroup(
        string operationID,
        int contentType,
        string sendID,
        string groupID,
        IMessage tips,
        bool? hasChatCopy = null,
        IReadOnlyCollection<string>? alsoTo = null,
        UserInfo? profile = null)
    {
        var kind = NotificationKinds.Of(contentType);
        var message = new MsgData
        {
            SendID = sendID,
            SenderNickname = profile?.Nickname ?? "",
            SenderFaceURL = profile?.FaceURL ?? "",
            RecvID = groupID,
            GroupID = groupID,
            SessionType = SessionType.Group,
            ContentType = contentType,
            Content = Detail(tips),
        };
        Send(operationID, kind with { HasChatCopy = hasChatCopy ?? kind.HasChatCopy }, message, alsoTo);
    }

    /// <summary>Completes and sends a notification that is built already but for its times, ids and options.</summary>
    public Answer<SendMsgResp> Send(
        string operationID, NotificationKind kind, MsgData message, IReadOnlyCollection<string>? alsoTo = null)
    {
        message.MsgFrom = MessageFrom.Server;
        message.ClientMsgID = RandomNumberGenerator.GetHexString(32, lowercase: true);
        message.CreateTime = message.SendTime = time.GetUtcNow().ToUnixTimeMilliseconds();
        message.OfflinePushInfo = kind.OfflinePush;
        SetOptions(message, kind);
        var answer = messages.AcceptOwn(message);
        if (answer.IsOk)
            dispatcher.Dispatch(message, operationID, alsoTo);
        return answer;
    }

    private static void SetOptions(MsgData message, NotificationKind kind)
    {
        var options = message.Options;
        options[MessageOption.IsNotNotification] = false;
        options[MessageOption.IsSendMsg] = kind.HasChatCopy;
        options[MessageOption.UnreadCount] = kind.HasChatCopy;
        options[MessageOption.OfflinePush] = kind.HasOfflinePush;
        options[MessageOption.History] = kind.IsStored;
        options[MessageOption.Persistent] = kind.IsStored;
        options[MessageOption.ConversationUpdate] = false;
        options[MessageOption.SenderConversationUpdate] = false;
        options[MessageOption.NotPrivate] = false;
        options[MessageOption.ReactionFromCache] = false;
        options[MessageOption.SenderSync] = true;
    }

    private static ByteString Detail(IMessage tips) =>
        NotificationContent.Of(JsonSerializer.Serialize(tips, tips.GetType(), OpenImJson.Options));
}
