using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Protocol;
using OpenIM.SignalR.Compat.Connections;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Compat.Protocol;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

internal sealed partial class V2Dialect
{
    /// <inheritdoc />
    public override void WriteReply(LegacyConnection connection, CompletionMessage completion)
    {
        var row = InvocationKey.RowOf(completion.InvocationId!);
        if (row == LogoutRow)
        {
            connection.State.LastCallAnswered.TrySetResult();
            return;
        }

        if (row == SelfInfoRow)
        {
            if (completion.Result is LocalUser self)
                Tell(connection, "OnSelfInfoUpdated", V2Entities.Text(self, connection.Session.UserId), "0");
            return;
        }

        var function = V2Functions.At(row);
        var operationId = InvocationKey.OperationIdOf(completion.InvocationId!);
        var error = ErrorOf(completion, function, operationId);
        connection.State.Outcomes.TryRemove(completion.InvocationId!, out var outcome);
        if (function.Name == "Login")
            FinishLogin(connection, error, operationId);
        else if (error is not null)
            AnswerAll(connection, error == V2Errors.NoLogin ? "Login" : function.Name, error, "", operationId);
        else
            AnswerAll(
                connection, function.Name, null, outcome ?? DataOf(connection, function, completion.Result),
                operationId);
    }

    private static OpenImError? ErrorOf(
        CompletionMessage completion, V2Function function, ReadOnlySpan<char> operationId)
    {
        if (completion.Error is null)
            return null;
        var error = HubError.Read(completion.Error);
        return function.IsRefusalEmpty && error.Code is ErrorCode.Arguments or ErrorCode.Unknown
            ? null
            : V2Errors.From(error, function, operationId);
    }

    private static string DataOf(LegacyConnection connection, V2Function function, object? result)
    {
        if (result is null)
            return function.IsVoidQuoted ? "\"\"" : "";
        var self = connection.Session.UserId;
        // The v2 SDK told the progress of every message; a message without an upload is done at once.
        if (function.Name is "SendMessage" or "SendMessageNotOss" && result is MsgStruct message)
            Tell(connection, "OnProgress", Progress(function.Name == "SendMessage" ? message.ClientMsgID : ""), "");
        return V2Entities.Text(function.Result?.Invoke(result, self) ?? result, self);
    }

    private static string Progress(string? clientMsgId) =>
        $$"""{"clientMsgID":{{JsonSerializer.Serialize(clientMsgId ?? "", JsonText.Options)}},"progress":100}""";

    private void FinishLogin(LegacyConnection connection, OpenImError? error, ReadOnlySpan<char> operationId)
    {
        // Another tab has started the session already: there is nothing to sync, and the old server said so with an
        // "ok".
        var isShared = error is null && connections.Siblings(connection).Any(other => other.State.LoggedIn);
        var text = error?.Message ?? (isShared ? "ok" : "");
        ReplyFrame.Send(connection, "Login", error?.Code ?? 0, text, [], operationId);
        connection.State.EndLogin(loggedIn: error is null);
        if (error is not null || isShared)
            return;
        connection.State.OwnCalls.Enqueue(new(SelfInfoRow, "GetSelfUserInfo", Subject: ""));
        connection.Requests.EnqueueOwnCall();
    }

    // npm 2.3.0 shows a message that another tab has sent by the reply to it.
    private void AnswerAll(
        LegacyConnection connection, string name, OpenImError? error, string data, ReadOnlySpan<char> operationId)
    {
        var frame = ReplyFrame.Build(
            connection.FrameKind, name, error?.Code ?? 0, error?.Message ?? "", Encoding.UTF8.GetBytes(data),
            operationId);
        foreach (var sibling in connections.Siblings(connection))
        {
            if (sibling.State.LoggedIn && sibling.FrameKind == connection.FrameKind)
                sibling.Send(frame.Copy());
        }

        connection.Send(frame);
    }
}
