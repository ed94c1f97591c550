using System.Text.Json;
using OpenIM.SignalR.Contracts;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>Notes on messages, and other contents for them, which only this session shows.</content>
internal sealed partial class SessionGrain
{
    public async Task<Result> SetMessageLocalEx(
        string conversationID, string clientMsgID, string localEx, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (_conversations.Find(conversationID) is not { } row)
            return Errors.RecordNotFound(conversationID);
        var located = await Locate(row, clientMsgID, cancellationToken);
        if (!located.IsOk)
            return located.Error;
        if (!KeepMessage(row, located.Value!, kept => kept with { LocalEx = localEx }))
            return NoRoomForMessages;
        await TellNoted(row, located.Value!, latest => latest with { LocalEx = localEx }, cancellationToken);
        return Result.Ok;
    }

    public async Task<Result> SetMessageLocalContent(
        string conversationID, MsgStruct message, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (_conversations.Find(conversationID) is not { } row)
            return Errors.RecordNotFound(conversationID);
        if (string.IsNullOrEmpty(message.ClientMsgID))
            return Errors.Arguments("clientMsgID is missing");
        var located = await Locate(row, message.ClientMsgID, cancellationToken);
        if (!located.IsOk)
            return located.Error;
        var known = located.Value!;
        var content = known.Unlisted is { } unlisted ? WithContent(unlisted, message) : message;
        var text = JsonSerializer.Serialize(content, Json.Relaxed.MsgStruct);
        if (!KeepMessage(row, known, kept => kept with { Message = text }))
            return NoRoomForMessages;
        if (known.Unlisted is not null)
            known.Unlisted = content;
        await TellNoted(row, known, latest => WithContent(latest, message), cancellationToken);
        return Result.Ok;
    }

    private async Task TellNoted(
        ConversationRow row, IndexedMessage message, Func<MsgStruct, MsgStruct> change,
        CancellationToken cancellationToken)
    {
        await LoadLatest([row], cancellationToken);
        if (row.IsLatest(message.Key) && row.PatchLatest(change))
            TellConversation(row);
    }
}
