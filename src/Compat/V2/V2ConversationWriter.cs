using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>
/// Writes a row of the conversation list as v2 has it: its own ids, and its own messages inside of <c>latestMsg</c>.
/// </summary>
internal static class V2ConversationWriter
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A row as JSON text.</summary>
    /// <param name="conversation">The row.</param>
    /// <param name="self">Whose list it is.</param>
    /// <param name="withReadState">
    /// False writes it as if everything were unread, to compare it in all other respects.
    /// </param>
    public static string ToText(LocalConversation conversation, string self, bool withReadState = true)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("conversationID", V2Ids.ToV2(conversation.ConversationID, self));
        json.WriteNumber("conversationType", conversation.ConversationType);
        json.WriteString("userID", conversation.UserID);
        json.WriteString("groupID", conversation.GroupID);
        json.WriteString("showName", conversation.ShowName);
        json.WriteString("faceURL", conversation.FaceURL);
        json.WriteNumber("recvMsgOpt", conversation.RecvMsgOpt);
        json.WriteNumber("unreadCount", withReadState ? conversation.UnreadCount : 0);
        json.WriteNumber("groupAtType", conversation.GroupAtType);
        json.WriteString("latestMsg", LatestMessage(conversation.LatestMsg, self, withReadState));
        json.WriteNumber("latestMsgSendTime", conversation.LatestMsgSendTime);
        json.WriteString("draftText", conversation.DraftText);
        json.WriteNumber("draftTextTime", conversation.DraftTextTime);
        json.WriteBoolean("isPinned", conversation.IsPinned);
        json.WriteBoolean("isPrivateChat", conversation.IsPrivateChat);
        json.WriteBoolean("isNotInGroup", conversation.IsNotInGroup);
        json.WriteNumber("updateUnreadCountTime", withReadState ? conversation.UpdateUnreadCountTime : 0);
        json.WriteString("attachedInfo", conversation.AttachedInfo);
        json.WriteString("ex", conversation.Ex);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // The v2 SDK never wrote the seq of one's own message into the list.
    private static string LatestMessage(string text, string self, bool withReadState)
    {
        if (text.Length == 0)
            return "";
        var message = JsonSerializer.Deserialize<MsgStruct>(text, JsonText.Options)!;
        if (!withReadState)
            message = message with { IsRead = false, AttachedInfo = null, AttachedInfoElem = null };
        return V2MessageWriter.ToText(message, hideSeq: message.SendID == self);
    }
}
