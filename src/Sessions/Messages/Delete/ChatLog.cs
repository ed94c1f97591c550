using System.Text;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>A message as the SDK's database holds it, which is how apps are told of deleted ones.</summary>
internal static class ChatLog
{
    public static LocalChatLog Of(MsgStruct message) => new()
    {
        ClientMsgID = message.ClientMsgID ?? "",
        ServerMsgID = message.ServerMsgID ?? "",
        SendID = message.SendID ?? "",
        // Who receives is the group there.
        RecvID = SessionType.IsBetweenTwo(message.SessionType) ? message.RecvID ?? "" : message.GroupID ?? "",
        SenderPlatformID = message.SenderPlatformID,
        SenderNickname = message.SenderNickname ?? "",
        SenderFaceURL = message.SenderFaceUrl ?? "",
        SessionType = message.SessionType,
        MsgFrom = message.MsgFrom,
        ContentType = message.ContentType,
        Content = MessageContent.Encode(message) is { } content
            ? Encoding.UTF8.GetString(content)
            : message.Content ?? "",
        IsRead = message.IsRead,
        Status = message.Status,
        Seq = message.Seq,
        SendTime = message.SendTime,
        CreateTime = message.CreateTime,
        AttachedInfo = message.AttachedInfo ?? "",
        Ex = message.Ex ?? "",
        LocalEx = message.LocalEx ?? "",
    };
}
