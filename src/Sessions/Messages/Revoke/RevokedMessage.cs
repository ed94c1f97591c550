using System.Text;
using System.Text.Json;
using OpenIM.SignalR.Contracts;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// A message that was taken back: contentType 2101, and who did it as the JSON in its <c>detail</c>.
/// </summary>
internal static class RevokedMessage
{
    /// <summary>What the server left of the message says; null when it was not taken back.</summary>
    public static MessageRevoked? Read(MsgStruct message) =>
        message is { ContentType: ContentType.Revoked, NotificationElem.Detail: { Length: > 0 } detail }
            ? MessageContent.Parse(Encoding.UTF8.GetBytes(detail), Json.Relaxed.MessageRevoked)
            : null;

    /// <summary>The message with <paramref name="revoked"/> in the place of its content.</summary>
    public static MsgStruct Show(MsgStruct message, MessageRevoked revoked) => new()
    {
        ClientMsgID = message.ClientMsgID,
        ServerMsgID = message.ServerMsgID,
        CreateTime = message.CreateTime,
        SendTime = message.SendTime,
        SessionType = message.SessionType,
        SendID = message.SendID,
        RecvID = message.RecvID,
        MsgFrom = message.MsgFrom,
        ContentType = ContentType.Revoked,
        SenderPlatformID = message.SenderPlatformID,
        SenderNickname = message.SenderNickname,
        SenderFaceUrl = message.SenderFaceUrl,
        GroupID = message.GroupID,
        Seq = message.Seq,
        IsRead = message.IsRead,
        Status = message.Status,
        AttachedInfo = message.AttachedInfo,
        AttachedInfoElem = message.AttachedInfoElem,
        Ex = message.Ex,
        LocalEx = message.LocalEx,
        NotificationElem = new() { Detail = TextOf(revoked) },
    };

    /// <summary>
    /// The message with the one that it quotes taken back, or null when it quotes another one or none.
    /// </summary>
    public static MsgStruct? InQuote(MsgStruct message, MessageRevoked revoked)
    {
        if (message is { QuoteElem: { QuoteMessage: { } quoted } quote } && quoted.ClientMsgID == revoked.ClientMsgID)
            return message with { QuoteElem = quote with { QuoteMessage = Quoted(quoted, revoked) } };
        if (message is { AtTextElem: { QuoteMessage: { } inAt } at } && inAt.ClientMsgID == revoked.ClientMsgID)
            return message with { AtTextElem = at with { QuoteMessage = Quoted(inAt, revoked) } };
        return null;
    }

    private static MsgStruct Quoted(MsgStruct quoted, MessageRevoked revoked) =>
        Show(quoted, revoked) with { NotificationElem = null, Content = TextOf(revoked) };

    private static string TextOf(MessageRevoked revoked) =>
        JsonSerializer.Serialize(revoked, Json.Relaxed.MessageRevoked);
}
