using System.Text.Json;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// What the server does not know of messages, beyond the session's life: those that are only here, notes, deletions.
/// Most sessions keep nothing, so that each use asks first whether there is anything.
/// </content>
internal sealed partial class SessionGrain
{
    private static readonly OpenImError NoRoomForMessages =
        Errors.Arguments("the messages and notes of this session take more room than it has for them");

    private WriteBehind? _keptMessagesWriting;

    private KeptMessages KeptMessages => _keptMessages.State;

    private Task WriteKeptMessages() => _keptMessagesWriting?.Write() ?? Task.CompletedTask;

    private void KeptMessagesChanged() =>
        (_keptMessagesWriting ??= new(this, _keptMessages.WriteStateAsync, KeptDelay, Time, OnUnwritten)).Changed();

    private KeptMessage? KeptOf(ConversationRow row, string? clientMsgID) =>
        KeptMessages.Rows.Count == 0 ? null : KeptMessages.Find(row.ConversationID, clientMsgID);

    /// <summary>Keeps something else of a message from now on. False when there is no room for it.</summary>
    private bool KeepMessage(ConversationRow row, IndexedMessage message, Func<KeptMessage, KeptMessage> change)
    {
        var clientMsgID = message.Key.ToString();
        var kept = change(
            KeptOf(row, clientMsgID) ?? new KeptMessage
            {
                ConversationID = row.ConversationID,
                ClientMsgID = clientMsgID,
                Seq = message.Seq,
                AfterSeq = message.AfterSeq,
            });
        if (!kept.IsDeleted && !KeptMessages.HasRoomFor(kept))
            return false;
        KeptMessages.Set(kept);
        KeptMessagesChanged();
        return true;
    }

    private void ForgetKeptMessage(string conversationID, string? clientMsgID)
    {
        if (KeptMessages.Rows.Count > 0 && KeptMessages.Remove(conversationID, clientMsgID))
            KeptMessagesChanged();
    }

    private void ForgetKeptMessages(string conversationID)
    {
        if (KeptMessages.Rows.Count > 0 && KeptMessages.Forget(conversationID))
            KeptMessagesChanged();
    }

    private bool IsDeletedHere(ConversationRow row, MsgData message) =>
        KeptMessages.Rows.Count > 0 && KeptMessages.IsDeleted(row.ConversationID, message.Seq);

    /// <summary>A message as the server has it, with the note and the content that this session gave it.</summary>
    private MsgStruct WithKept(ConversationRow row, MsgStruct message)
    {
        if (KeptOf(row, message.ClientMsgID) is not { } kept)
            return message;
        if (kept is { IsOnlyHere: false, Message.Length: > 0 })
            message = WithContent(message, Parse(kept.Message));
        return message with { LocalEx = kept.LocalEx };
    }

    /// <summary>A message that is only here, as the session remembers messages.</summary>
    private static IndexedMessage AsIndexed(KeptMessage kept, string selfID)
    {
        var message = Parse(kept.Message);
        return new IndexedMessage(kept.ConversationID, MessageKey.Of(kept.ClientMsgID))
        {
            AfterSeq = kept.AfterSeq,
            SendTime = message.SendTime,
            Status = message.Status,
            IsMine = message.SendID == selfID,
            IsTold = true,
            Unlisted = message with { LocalEx = kept.LocalEx },
        };
    }

    /// <summary>
    /// The messages of a conversation that the server does not list: being sent, failed, not echoed yet, inserted.
    /// </summary>
    private IEnumerable<MsgStruct> UnlistedOf(ConversationRow row)
    {
        foreach (var known in _index.Of(row.ConversationID))
            if (known.Unlisted is { } message)
                yield return AsStored(WithKept(row, message));
        if (KeptMessages.Rows.Count == 0)
            yield break;
        foreach (var kept in KeptMessages.OnlyHere(row.ConversationID))
            if (_index.Find(row.ConversationID, kept.ClientMsgID) is null)
                yield return AsStored(AsIndexed(kept, Key.UserId).Unlisted!);
    }

    /// <summary>What is attached to a message that comes from a store is there, and as text.</summary>
    private static MsgStruct AsStored(MsgStruct message) => message with
    {
        AttachedInfo = MessageConversion.AttachedInfoText(message.AttachedInfoElem),
        AttachedInfoElem = message.AttachedInfoElem ?? new(),
    };

    /// <summary>The server's latest message may be deleted here, or older than one that is only here.</summary>
    private async ValueTask ApplyKeptMessages(ConversationRow row, CancellationToken cancellationToken)
    {
        if (KeptMessages.Rows.Count > 0 && KeptMessages.Any(row.ConversationID))
            await ShowNewest(row, cancellationToken);
    }

    private static MsgStruct Parse(string message) =>
        JsonSerializer.Deserialize(message, Json.Relaxed.MsgStruct) ?? new MsgStruct();

    /// <summary>The message with what another one says: contentType, elements and <c>ex</c>.</summary>
    private static MsgStruct WithContent(MsgStruct message, MsgStruct content) => content with
    {
        ClientMsgID = message.ClientMsgID,
        ServerMsgID = message.ServerMsgID,
        CreateTime = message.CreateTime,
        SendTime = message.SendTime,
        SessionType = message.SessionType,
        SendID = message.SendID,
        RecvID = message.RecvID,
        MsgFrom = message.MsgFrom,
        SenderPlatformID = message.SenderPlatformID,
        SenderNickname = message.SenderNickname,
        SenderFaceUrl = message.SenderFaceUrl,
        GroupID = message.GroupID,
        Seq = message.Seq,
        IsRead = message.IsRead,
        Status = message.Status,
        OfflinePush = message.OfflinePush,
        AttachedInfo = message.AttachedInfo,
        AttachedInfoElem = message.AttachedInfoElem,
        LocalEx = message.LocalEx,
    };
}
