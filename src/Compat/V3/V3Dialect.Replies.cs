using Microsoft.AspNetCore.SignalR.Protocol;
using OpenIM.SignalR.Compat.Connections;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Compat.Protocol;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

internal sealed partial class V3Dialect
{
    /// <inheritdoc />
    public override void WriteReply(LegacyConnection connection, CompletionMessage completion)
    {
        var row = InvocationKey.RowOf(completion.InvocationId!);
        if (row >= FirstOwnRow)
        {
            TellOwnAnswer(connection, row, completion.Result);
            return;
        }

        var function = V3Functions.At(row);
        var operationId = InvocationKey.OperationIdOf(completion.InvocationId!);
        var error = completion.Error is null ? null : HubError.Read(completion.Error);
        switch (function.Info.Name)
        {
            case "Login":
                FinishLogin(connection, function, error, operationId);
                return;
            case "Logout" when error is null:
                connection.State.EndLogin(loggedIn: false);
                connection.State.LoggedOut = true;
                break;
        }

        Note(connection.State, completion.Result);
        if (error is not null)
            Answer(connection, function.ReplyEvent, V3Errors.From(error, function), [], operationId);
        else if (completion.Result is { } result)
            AnswerWith(connection, function, V3Entities.From(function.Info.Name, result), operationId);
        else
            Answer(connection, function.ReplyEvent, null, Void, operationId);

        Finish(connection.State, function.Info.Name, completion.InvocationId!, error, completion.Result);
    }

    // What a call does is told by events, some of which depend on whose call it was.
    private static void Note(ClientState state, string function, string key, object?[] arguments)
    {
        switch (function)
        {
            case "MarkConversationMessageAsRead" or "MarkMessagesAsReadByMsgID":
                state.ToldReading.Mark((string)arguments[0]!);
                break;
            case "QuitGroup" or "DismissGroup":
                state.ToldGroups.Leave(key, (string)arguments[0]!);
                break;
            case "CreateGroup":
                state.ToldGroups.BeginCreation();
                break;
        }
    }

    private static void Note(ClientState state, object? result)
    {
        switch (result)
        {
            case LocalConversation conversation:
                state.ToldReading.Note(conversation);
                break;
            case IReadOnlyList<LocalConversation> conversations:
                foreach (var conversation in conversations)
                    state.ToldReading.Note(conversation);
                break;
            case GroupInfo group:
                state.ToldGroups.Note(group.GroupID, (int)group.MemberCount);
                break;
            case IReadOnlyList<LocalGroup> groups:
                foreach (var group in groups)
                    state.ToldGroups.Note(group.GroupID, group.MemberCount);
                break;
        }
    }

    private static void Finish(
        ClientState state, string function, string key, OpenImError? error, object? result)
    {
        switch (function)
        {
            case "QuitGroup" or "DismissGroup" when error is not null:
                state.ToldGroups.Stay(key);
                break;
            case "CreateGroup":
                state.ToldGroups.EndCreation((result as GroupInfo)?.GroupID);
                break;
        }
    }

    private static void FinishLogin(
        LegacyConnection connection, V3Function function, OpenImError? error, ReadOnlySpan<char> operationId)
    {
        if (error is not null && ErrorCode.IsTokenError(error.Code))
        {
            RefuseToken(connection, error, operationId);
            return;
        }

        if (error is null)
            Answer(connection, "Login", null, Void, operationId);
        else
            Answer(connection, "Login", V3Errors.From(error, function), [], operationId);
        connection.State.EndLogin(loggedIn: error is null);
    }

    // v3 apps learn from an event that a token is no good: Login itself succeeds, and nothing works after it.
    private static void RefuseToken(LegacyConnection connection, OpenImError error, ReadOnlySpan<char> operationId)
    {
        Answer(connection, "Login", null, Void, operationId);
        Tell(connection, "OnConnecting", []);
        TellUnusable(connection, error);
        connection.State.Unusable = error;
        connection.State.EndLogin(loggedIn: true);
    }

    private static void AnswerWith(
        LegacyConnection connection, V3Function function, object result, ReadOnlySpan<char> operationId) =>
        Answer(connection, function.ReplyEvent, null, JsonText.Encode(result), operationId);
}
