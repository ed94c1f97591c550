using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging;
using OpenIM.SignalR.Compat.Connections;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Compat.Protocol;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>
/// The dialect of npm <c>open-im-sdk</c> 2.x, as ws_local_server spoke it: named parameters, results as text, the v2
/// SDK's entities, ids and codes, and every reply to all of a user's connections on this node.
/// </summary>
internal sealed partial class V2Dialect(LegacyConnections connections, ILogger<V2Dialect> logger) : Dialect
{
    /// <summary>The row of the dialect's own question for the user's profile, whose answer becomes an event.</summary>
    private const int SelfInfoRow = 0xFFFE;

    /// <summary>The row of the Logout on behalf of a client that is gone.</summary>
    private const int LogoutRow = 0xFFFF;

    /// <inheritdoc />
    public override InvocationMessage? Read(
        LegacyConnection connection, ReadOnlySpan<byte> frame, IInvocationBinder? binder)
    {
        var request = RequestFrame.Read(frame);
        try
        {
            return Read(connection, request);
        }
        finally
        {
            request.Dispose();
        }
    }

    /// <inheritdoc />
    public override void Refuse(LegacyConnection connection, ReadOnlySpan<byte> frame)
    {
        var request = RequestFrame.Read(frame);
        AnswerHere(connection, request.Function, V2Errors.TooManyRequests, request.OperationId);
        request.Dispose();
    }

    /// <inheritdoc />
    public override bool OnClientGone(LegacyConnection connection)
    {
        // The client's Logout was acknowledged and waits for this: npm clients send it and then close, and other tabs
        // go on.
        if (!connection.State.LoggedOut || !connection.State.LoggedIn || connections.Siblings(connection).Any())
            return false;
        connection.State.OwnCalls.Enqueue(new(LogoutRow, "Logout", Subject: ""));
        return true;
    }

    /// <inheritdoc />
    public override void TellKicked(LegacyConnection connection)
    {
        Tell(connection, "OnKickedOffline", "", "");
        connection.Close(CloseReason.KickedOffline);
    }

    private InvocationMessage? Read(LegacyConnection connection, in RequestFrame request)
    {
        if (request.IsMalformed || request.WrongType is not null)
        {
            AnswerHere(connection, "error", V2Errors.NoFrame, "");
            return null;
        }

        var isLogin = request.Function == "Login";
        if (request.UserId != connection.Session.UserId || (!connection.State.LoggedIn && !isLogin))
        {
            AnswerHere(connection, "Login", isLogin ? V2Errors.OtherUser : V2Errors.NoLogin, request.OperationId);
            return null;
        }

        if (V2Functions.Find(request.Function) is not { } function)
        {
            AnswerHere(connection, request.Function, V2Errors.Parameter, request.OperationId);
            return null;
        }

        if (isLogin && connection.State.LoggedIn)
        {
            ReplyFrame.Send(connection, "Login", 0, "ok", [], request.OperationId);
            return null;
        }

        if (function.Method == "Logout")
        {
            connection.State.LoggedOut = true;
            ReplyFrame.Send(connection, function.Name, 0, "", [], request.OperationId);
            return null;
        }

        if (function.Method is V2Functions.InitSDK or V2Functions.UnInitSDK)
        {
            ReplyFrame.Send(connection, function.Name, 0, "", [], request.OperationId);
            return null;
        }

        return TryMakeCall(connection, request, function);
    }

    // The old server recovered from whatever a request did to it, and said that the request was to blame.
    private InvocationMessage? TryMakeCall(
        LegacyConnection connection, in RequestFrame request, V2Function function)
    {
        try
        {
            return MakeCall(connection, request, function);
        }
        catch (Exception unforeseen)
        {
            LogRequestFailed(function.Name, unforeseen.GetType().Name);
            AnswerHere(connection, function.Name, V2Errors.Parameter, request.OperationId);
            return null;
        }
    }

    private static InvocationMessage? MakeCall(
        LegacyConnection connection, in RequestFrame request, V2Function function)
    {
        using var data = DataOf(request, function, connection.Session.UserId);
        var arguments = function.Refusal is null && data.Error is null ? function.Arguments(data) : [];
        var method = data.Error is null && function.ChooseMethod is { } choose ? choose(data) : function.Method;
        var error = function.Refusal is { } refusal ? V2Errors.From(refusal) : data.Error;
        if (error is null && function.Name == "Login" && data.Text("userID") != connection.Session.UserId)
            error = V2Errors.OtherUser;
        if (error is not null)
        {
            AnswerHere(connection, function.Name, error, request.OperationId);
            return null;
        }

        if (function.Name == "Login")
        {
            connection.State.BatchMessages = request.BatchMsg == 1;
            // npm 2.0.3 has neither batches nor the newer event, npm 2.3.0 always says which it wants.
            connection.State.KnowsOldRevokeOnly = request.BatchMsg is null;
        }

        if (method == V2Functions.MarkSome)
            connection.State.ToldConversations.MarkSome((string)arguments[0]!);
        else if (method == V2Functions.MarkAll)
            TellWithheld(connection, (string)arguments[0]!);
        var key = InvocationKey.Make(function.Row, request.OperationId);
        if (function.Outcome is { } outcome)
            connection.State.Outcomes[key] = outcome(data);
        return new InvocationMessage(key, method, arguments);
    }

    private static V2Data DataOf(in RequestFrame request, V2Function function, string self) => function.Shape switch
    {
        V2Shape.Ignored => V2Data.OfText([], self),
        V2Shape.Raw => V2Data.OfText(request.Data, self),
        V2Shape.Json => V2Data.OfJson(request.Data, self),
        V2Shape.ObjectOrJson when request.Data.StartsWith("["u8) => V2Data.OfJson(request.Data, self),
        _ => V2Data.OfObject(request.Data, self, function.Keys),
    };

    // Neither the text of the request nor that of the exception, which may repeat it.
    [LoggerMessage(1, LogLevel.Information, "A v2 request of {Function} could not be read: {Failure}")]
    private partial void LogRequestFailed(string function, string failure);

    private static void AnswerHere(
        LegacyConnection connection, string name, OpenImError error, ReadOnlySpan<char> operationId) =>
        ReplyFrame.Send(connection, name, error.Code, error.Message, [], operationId);

    private static void Tell(LegacyConnection connection, string name, string data, string operationId) =>
        ReplyFrame.Send(connection, name, 0, "", Encoding.UTF8.GetBytes(data), operationId);
}
