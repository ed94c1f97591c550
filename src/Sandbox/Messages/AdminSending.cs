using System.Security.Cryptography;
using System.Text.Json;
using Google.Protobuf;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Sending through REST, which administrators do for others.</summary>
internal sealed class AdminSending(
    MessageSender sender,
    MessageDispatcher dispatcher,
    NotificationSender notifications,
    UserStore users,
    SendStatus status,
    TimeProvider time)
{
    private const int StoredReliability = 2;

    /// <summary>One message to one receiver.</summary>
    public Answer<SentMessage> Send(Caller caller, SendMessageRequest request)
    {
        var built = Build(caller, request);
        if (!built.IsOk)
            return built.Error;
        built.Value.RecvID = request.RecvID ?? "";
        var answer = Send(caller, built.Value);
        if (answer.IsOk)
            status.Succeed(caller.OperationID);
        return answer;
    }

    /// <summary>
    /// The same message, with the same clientMsgID, to many. A receiver who cannot get it fails alone.
    /// </summary>
    public Answer<BatchSentMessages> SendToMany(Caller caller, BatchSendMessageRequest request)
    {
        var built = Build(caller, request);
        if (!built.IsOk)
            return built.Error;
        List<SentMessage> sent = [];
        List<string> failed = [];
        var receivers = request.IsSendAll
            ? users.Where(static _ => true).Select(user => user.UserID)
            : request.RecvIDs!;
        foreach (var recvID in receivers)
        {
            var message = built.Value.Clone();
            message.RecvID = recvID;
            var answer = Send(caller, message);
            if (answer.IsOk)
                sent.Add(answer.Value with { RecvID = recvID });
            else
                failed.Add(recvID);
        }
        return new BatchSentMessages(sent.Count > 0 ? sent : null, failed.Count > 0 ? failed : null);
    }

    /// <summary>An application's own notification (2001).</summary>
    public Answer<SentMessage> SendBusinessNotification(Caller caller, BusinessNotificationRequest request)
    {
        var toGroup = !string.IsNullOrEmpty(request.RecvGroupID);
        if (toGroup == !string.IsNullOrEmpty(request.RecvUserID))
            return ServerErrors.Arguments("exactly one of recvUserID and recvGroupID must be set");
        if (caller.MustBeAdmin() is { } refused)
            return refused;
        var kind = new NotificationKind
        {
            HasChatCopy = request.SendMsg,
            IsStored = request.ReliabilityLevel == StoredReliability,
        };
        var detail = JsonSerializer.Serialize(
            new { key = request.Key ?? "", data = request.Data ?? "" }, OpenImJson.Options);
        var answer = notifications.Send(caller.OperationID, kind, new MsgData
        {
            SendID = request.SendUserID,
            RecvID = request.RecvUserID ?? "",
            GroupID = request.RecvGroupID ?? "",
            SessionType = toGroup ? SessionType.Group : SessionType.Single,
            ContentType = ContentType.Business,
            Content = NotificationContent.Of(detail),
        });
        return answer.IsOk ? SentOf(answer.Value) : answer.Error;
    }

    private Answer<SentMessage> Send(Caller caller, MsgData message)
    {
        var answer = sender.Accept(caller, message);
        if (!answer.IsOk)
            return answer.Error;
        dispatcher.Dispatch(message, caller.OperationID);
        return SentOf(answer.Value);
    }

    private static SentMessage SentOf(SendMsgResp answer) =>
        new(answer.ServerMsgID, answer.ClientMsgID, answer.SendTime);

    private Answer<MsgData> Build(Caller caller, SendMessageRequest request)
    {
        if (caller.MustBeAdmin() is { } refused)
            return refused;
        if (!ElementRules.CanSend(request.ContentType))
            return ServerErrors.Arguments();
        var isAccountMessage = request.ContentType == ContentType.NotificationAccountMessage;
        if (isAccountMessage && AccountRefusal(request.SendID!) is { } noAccount)
            return noAccount;
        if (ElementRules.Missing(request.ContentType, request.Content!.Value) is { Count: > 0 } missing)
            return ServerErrors.Internal($"required: {string.Join(", ", missing)}");
        var content = request.Content.Value.GetRawText();
        var message = new MsgData
        {
            SendID = request.SendID,
            GroupID = request.GroupID ?? "",
            ClientMsgID = RandomNumberGenerator.GetHexString(32, lowercase: true),
            SenderPlatformID = request.SenderPlatformID,
            SenderNickname = request.SenderNickname ?? "",
            SenderFaceURL = request.SenderFaceURL ?? "",
            SessionType = isAccountMessage ? SessionType.NotificationAccount : request.SessionType,
            MsgFrom = MessageFrom.Server,
            ContentType = request.ContentType,
            Content = isAccountMessage ? NotificationContent.Of(content) : ByteString.CopyFromUtf8(content),
            CreateTime = time.GetUtcNow().ToUnixTimeMilliseconds(),
            SendTime = request.SendTime,
            OfflinePushInfo = request.OfflinePushInfo,
            Ex = request.Ex ?? "",
        };
        if (request.ContentType == ContentType.AtText)
            message.AtUserIDList.Add(ElementRules.AtUserIDs(request.Content.Value));
        SetOptions(message, request);
        return message;
    }

    private ServerError? AccountRefusal(string sendID) => users.Find(sendID) switch
    {
        null => new ServerError(1101, "UserIDNotFoundError", "sendID is no user"),
        { AppMangerLevel: < AppManagerLevel.Admin } =>
            ServerErrors.NoPermission("notification messages cannot be sent for this ID"),
        _ => null,
    };

    private static void SetOptions(MsgData message, SendMessageRequest request)
    {
        if (request.IsOnlineOnly)
        {
            message.Options[MessageOption.History] = false;
            message.Options[MessageOption.Persistent] = false;
            message.Options[MessageOption.SenderSync] = false;
            message.Options[MessageOption.ConversationUpdate] = false;
        }
        if (request.NotOfflinePush)
            message.Options[MessageOption.OfflinePush] = false;
    }
}
