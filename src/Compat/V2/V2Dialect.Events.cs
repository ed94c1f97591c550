using System.Globalization;
using System.Text.Json;
using OpenIM.SignalR.Compat.Connections;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Compat.Protocol;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

internal sealed partial class V2Dialect
{
    /// <inheritdoc />
    public override void WriteEvent(LegacyConnection connection, HubEvent hubEvent)
    {
        if (V2Events.Find(hubEvent.Name) is not { } known)
            return;

        var name = known.Name ?? hubEvent.Name;
        switch (known.Payload)
        {
            case V2Payload.Error:
                ReplyFrame.Send(connection, name, Argument<int>(hubEvent, 0), Argument<string>(hubEvent, 1), [], "");
                break;
            case V2Payload.Message:
                TellMessages(connection, [Argument<MsgStruct>(hubEvent, 0)]);
                break;
            case V2Payload.Messages:
                TellMessages(connection, Argument<IReadOnlyList<MsgStruct>>(hubEvent, 0));
                break;
            case V2Payload.Typing:
                if (Argument<ConversationInputStatus>(hubEvent, 0).Message is { } typing)
                    TellMessages(connection, [typing]);
                break;
            case V2Payload.Conversations:
                TellConversations(connection, name, Argument<IReadOnlyList<LocalConversation>>(hubEvent, 0));
                break;
            case V2Payload.Number when !connection.State.ToldConversations.TellTotal(Argument<int>(hubEvent, 0)):
                break;
            case V2Payload.Revoked when connection.State.KnowsOldRevokeOnly:
                Tell(connection, "OnRecvMessageRevoked", Argument<MessageRevoked>(hubEvent, 0).ClientMsgID, known.OperationId);
                break;
            default:
                Tell(connection, name, DataOf(hubEvent, known.Payload, connection.Session.UserId), known.OperationId);
                break;
        }

        if (name == "OnKickedOffline")
            connection.Close(CloseReason.KickedOffline);
    }

    private static string DataOf(HubEvent hubEvent, V2Payload payload, string self) => payload switch
    {
        V2Payload.None => "",
        V2Payload.Number => Argument<int>(hubEvent, 0).ToString(CultureInfo.InvariantCulture),
        V2Payload.SingleReceipts => Receipts(hubEvent, isGroup: false),
        V2Payload.GroupReceipts => Receipts(hubEvent, isGroup: true),
        V2Payload.Revoked => V2Entities.Text(Argument<MessageRevoked>(hubEvent, 0), self),
        V2Payload.FriendRequest => V2Entities.Text(Argument<LocalFriendRequest>(hubEvent, 0), self),
        V2Payload.Friend => V2Entities.Text(Argument<LocalFriend>(hubEvent, 0), self),
        V2Payload.Black => V2Entities.Text(Argument<LocalBlack>(hubEvent, 0), self),
        V2Payload.Group => V2Entities.Text(Argument<LocalGroup>(hubEvent, 0), self),
        V2Payload.GroupMember => V2Entities.Text(Argument<LocalGroupMember>(hubEvent, 0), self),
        V2Payload.GroupRequest => V2Entities.Text(Argument<LocalGroupRequest>(hubEvent, 0), self),
        V2Payload.Self => V2Entities.Text(Argument<LocalUser>(hubEvent, 0), self),
        _ => "",
    };

    private static string Receipts(HubEvent hubEvent, bool isGroup) =>
        V2Entities.Receipts(Argument<IReadOnlyList<MessageReceipt>>(hubEvent, 0), isGroup);

    private static void TellMessages(LegacyConnection connection, IReadOnlyList<MsgStruct> messages)
    {
        if (connection.State.BatchMessages)
        {
            Tell(connection, "OnRecvNewMessages", V2Entities.Text(messages, connection.Session.UserId), "0");
            return;
        }

        foreach (var message in messages)
            Tell(connection, "OnRecvNewMessage", V2MessageWriter.ToText(message), "0");
    }

    // What a v2 client cannot see has not changed for it: the seq of one's own message, above all.
    private static void TellConversations(
        LegacyConnection connection, string name, IReadOnlyList<LocalConversation> conversations)
    {
        var told = connection.State.ToldConversations;
        var changed = new List<string>(conversations.Count);
        foreach (var conversation in conversations)
        {
            var text = V2ConversationWriter.ToText(conversation, connection.Session.UserId);
            if (told.Tell(conversation, text, connection.Session.UserId) || name != "OnConversationChanged")
                changed.Add(text);
        }

        if (changed.Count > 0)
            Tell(connection, name, $"[{string.Join(',', changed)}]", "");
    }

    private static void TellWithheld(LegacyConnection connection, string conversationId)
    {
        var (conversation, total) = connection.State.ToldConversations.MarkAll(conversationId);
        if (conversation is not null)
            Tell(connection, "OnConversationChanged", $"[{conversation}]", "");
        if (total is { } number)
            Tell(connection, "OnTotalUnreadMessageCountChanged", number.ToString(CultureInfo.InvariantCulture), "");
    }

    private static T Argument<T>(HubEvent hubEvent, int index) =>
        JsonSerializer.Deserialize<T>(hubEvent.Argument(index), JsonText.Options)!;
}
