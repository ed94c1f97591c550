using System.Security.Cryptography;
using System.Text.Json;
using Google.Protobuf;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Short answers of webhooks (<c>/msg/send_simple_msg</c>), as Markdown: to the group of the message that is answered,
/// or, in a single chat, from its receiver to its sender.
/// </summary>
internal sealed class SimpleMessages(
    MessageSender sender, MessageDispatcher dispatcher, UserStore users, SendStatus status)
{
    public Answer<SentMessage> Send(Caller caller, SimpleMessageKey key, SimpleMessageRequest request)
    {
        var toGroup = key.GroupID is { Length: > 0 };
        var sendID = toGroup ? request.SendID : key.RecvID;
        // The key always names who wrote what is answered, also in a group.
        if (string.IsNullOrEmpty(key.SendID) || string.IsNullOrEmpty(sendID))
            return ServerErrors.Arguments("sendID is empty");
        if (users.Find(sendID) is not { } user)
            return ServerErrors.RecordNotFound("sendID is no user");
        var message = new MsgData
        {
            SendID = sendID,
            RecvID = toGroup ? "" : key.SendID,
            GroupID = key.GroupID ?? "",
            SenderNickname = user.Nickname,
            SenderFaceURL = user.FaceURL,
            SenderPlatformID = Platforms.Admin,
            ClientMsgID = RandomNumberGenerator.GetHexString(32, lowercase: true),
            SessionType = toGroup ? SessionType.Group : SessionType.Single,
            MsgFrom = MessageFrom.User,
            ContentType = ContentType.Markdown,
            Content = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(new { content = request.Content })),
            OfflinePushInfo = request.OfflinePushInfo,
            Ex = request.Ex ?? "",
        };
        var answer = sender.Accept(caller, message);
        if (!answer.IsOk)
            return answer.Error;
        dispatcher.Dispatch(message, caller.OperationID);
        status.Succeed(caller.OperationID);
        return new SentMessage(answer.Value.ServerMsgID, answer.Value.ClientMsgID, answer.Value.SendTime);
    }
}
