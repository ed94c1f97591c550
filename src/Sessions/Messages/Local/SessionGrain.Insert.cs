using System.Text.Json;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Messages that only this session shows. They stand where they were inserted, after the newest message of then, and
/// last until the conversation is cleared.
/// </content>
internal sealed partial class SessionGrain
{
    public async Task<Result<MsgStruct>> InsertSingleMessageToLocalStorage(
        MsgStruct message, string recvID, string sendID, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (recvID.Length == 0 || sendID.Length == 0)
            return Errors.Arguments("recvID or sendID is empty");
        var target = SendTarget.Of(Key.UserId, sendID == Key.UserId ? recvID : sendID, groupID: null)!.Value;
        if (RowToInsertInto(target) is not { } row)
            return Errors.RecordNotFound($"{target.ConversationID} has no messages yet");
        await Name(row, cancellationToken);
        var named = sendID == Key.UserId
            ? message with { SenderNickname = _self?.Value?.Nickname, SenderFaceUrl = _self?.Value?.FaceURL }
            : message with { SenderNickname = row.ShowName, SenderFaceUrl = row.FaceURL };
        return Insert(row, named with { SendID = sendID, RecvID = recvID, GroupID = null });
    }

    public async Task<Result<MsgStruct>> InsertGroupMessageToLocalStorage(
        MsgStruct message, string groupID, string sendID, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (groupID.Length == 0 || sendID.Length == 0)
            return Errors.Arguments("groupID or sendID is empty");
        var target = SendTarget.Of(Key.UserId, recvID: null, groupID)!.Value;
        var group = await GroupOf(groupID, cancellationToken);
        if (!group.IsOk)
            return group.Error;
        if (RowToInsertInto(target) is not { } row)
            return Errors.RecordNotFound($"{target.ConversationID} has no messages yet");
        var members = await MembersAmong(groupID, [sendID], cancellationToken);
        if (members.Value?.Members.FirstOrDefault() is { } sender)
            message = message with { SenderNickname = sender.Nickname, SenderFaceUrl = sender.FaceURL };
        return Insert(row, message with { SendID = sendID, RecvID = null, GroupID = groupID });
    }

    /// <summary>One with a message in it, as in the original, where the first message makes the table.</summary>
    private ConversationRow? RowToInsertInto(SendTarget target) =>
        _conversations.Find(target.ConversationID) is { } row && (row.MaxSeq > 0 || !row.LatestKey.IsEmpty)
            ? row
            : null;

    private Result<MsgStruct> Insert(ConversationRow row, MsgStruct message)
    {
        var inserted = message with
        {
            ClientMsgID = MessageID.New(),
            ServerMsgID = null,
            SessionType = row.Type,
            SendTime = Math.Max(NowMilliseconds, row.LatestMsgSendTime),
            CreateTime = message.CreateTime > 0 ? message.CreateTime : NowMilliseconds,
            Seq = 0,
            Status = MessageStatus.Sent,
            Content = null,
            OfflinePush = null,
        };
        if (!KeepUnlisted(row, inserted))
            return NoRoomForMessages;
        row.TakeSent(inserted);
        TellConversation(row);
        return inserted;
    }

    /// <summary>Keeps a message that the server does not have. False when there is no room for it.</summary>
    private bool KeepUnlisted(ConversationRow row, MsgStruct message)
    {
        var entry = new IndexedMessage(row.ConversationID, MessageKey.Of(message.ClientMsgID)) { AfterSeq = row.MaxSeq };
        var text = JsonSerializer.Serialize(message, Json.Relaxed.MsgStruct);
        return KeepMessage(row, entry, kept => kept with { Message = text });
    }
}
