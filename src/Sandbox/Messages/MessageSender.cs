using System.Security.Cryptography;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Accepts messages to be sent: what the gateway's 1003 and the REST calls have in common. An accepted message is
/// answered first and then given to <see cref="MessageDispatcher"/>, as the real server answers when a message is
/// queued, before it has a seq.
/// </summary>
internal sealed class MessageSender(SendPermission permission, TimeProvider time)
{
    /// <summary>
    /// Checks and completes a message: serverMsgID, sendTime (kept when the client gave one), options.
    /// </summary>
    public Answer<SendMsgResp> Accept(Caller caller, MsgData message)
    {
        if (Malformed(message) is { } malformed)
            return malformed;
        if (caller.MustBe(message.SendID) is { } foreign)
            return foreign;
        return Complete(message);
    }

    /// <summary>
    /// Accepts what the server itself sends: it asks nobody's permission but that of the rules, and may send to the chat
    /// with a notification account what no client may.
    /// </summary>
    public Answer<SendMsgResp> AcceptOwn(MsgData message) => Complete(message);

    private Answer<SendMsgResp> Complete(MsgData message)
    {
        if (message.SessionType is not (SessionType.Single or SessionType.Group or SessionType.NotificationAccount))
            return ServerErrors.Arguments("unknown sessionType");
        message.ServerMsgID = RandomNumberGenerator.GetHexString(32, lowercase: true);
        if (message.SendTime == 0)
            message.SendTime = time.GetUtcNow().ToUnixTimeMilliseconds();
        MessageOption.FixByContentType(message);
        if (permission.Refusal(message) is { } refused)
            return refused;
        return new SendMsgResp
        {
            ServerMsgID = message.ServerMsgID,
            ClientMsgID = message.ClientMsgID,
            SendTime = message.SendTime,
        };
    }

    private static ServerError? Malformed(MsgData message)
    {
        if (message.SendID.Length == 0)
            return ServerErrors.Arguments("sendID is empty");
        if (message.Content.IsEmpty)
            return ServerErrors.Arguments("content is empty");
        var toAccountChat = message.SessionType == SessionType.NotificationAccount;
        return toAccountChat != (message.ContentType == ContentType.NotificationAccountMessage)
            ? ServerErrors.Arguments("sessionType or contentType is invalid")
            : null;
    }
}
