using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using OpenIM.SignalR.Compat.Connections;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Compat.Protocol;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

/// <summary>
/// The dialect of npm <c>open-im-sdk</c> 3.x, as oimws spoke it: arguments in an array, results as JSON, events as the
/// v3.5 SDK raised them.
/// </summary>
internal sealed partial class V3Dialect : Dialect
{
    private static ReadOnlySpan<byte> Void => "\"\""u8;

    /// <inheritdoc />
    public override void Greet(LegacyConnection connection)
    {
        // The InitSDK that the original ran by itself: its outcome is always the first frame.
        var unusable = connection.State.Unusable;
        var error = unusable is not null && !ErrorCode.IsTokenError(unusable.Code) ? unusable : null;
        var operationId = connection.HttpContext!.Request.Query["operationID"].FirstOrDefault() ?? "";
        Answer(connection, "InitSDK", error, [], operationId);
    }

    /// <inheritdoc />
    public override InvocationMessage? Read(
        LegacyConnection connection, ReadOnlySpan<byte> frame, IInvocationBinder? binder)
    {
        var request = RequestFrame.Read(frame);
        try
        {
            if (request.IsMalformed || request.WrongType is not null)
            {
                Answer(connection, "Protocol Error", NoRequest(request), [], request.OperationId);
                return null;
            }

            if (V3Functions.Find(request.Function) is { } function)
                return Read(connection, request, function, binder);
            Answer(connection, request.Function, V3Errors.UnknownFunction, [], request.OperationId);
            return null;
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
        Answer(connection, request.Function, V3Errors.TooManyRequests, [], request.OperationId);
        request.Dispose();
    }

    /// <inheritdoc />
    public override void TellKicked(LegacyConnection connection)
    {
        Tell(connection, "OnKickedOffline", []);
        connection.Close(CloseReason.KickedOffline);
    }

    private static InvocationMessage? Read(
        LegacyConnection connection, in RequestFrame request, V3Function function, IInvocationBinder? binder)
    {
        var isAvailable = function.Info.Availability == FunctionAvailability.Available;
        if (isAvailable && binder is not null)
            function.Parameters ??= V3Arguments.Plan(
                function.OneObject is { } one ? [one.Type] : binder.GetParameterTypes(function.Method));

        var arguments = isAvailable ? V3Arguments.Read(request.Data, function) : default;
        var isCalled = !function.IsWithoutEffect && connection.State.Unusable is null;
        var error = arguments.FrameError
            ?? Check(connection, request, function)
            ?? (isCalled ? arguments.CallError : null);
        if (error is not null)
        {
            var name = error.Code == V3Errors.NoRequest ? function.Info.Name : function.ReplyEvent;
            Answer(connection, name, error, [], request.OperationId);
            return null;
        }

        if (connection.State.Unusable is { } unusable)
        {
            AnswerUnusable(connection, function, unusable, request.OperationId);
            return null;
        }

        if (function.IsWithoutEffect)
        {
            Answer(connection, function.ReplyEvent, null, Void, request.OperationId);
            return null;
        }

        var key = InvocationKey.Make(function.Row, request.OperationId);
        Note(connection.State, function.Info.Name, key, arguments.Values);
        return new InvocationMessage(
            key, function.Method, function.OneObject?.Arguments(arguments.Values[0]) ?? arguments.Values);
    }

    // The order of the original dispatcher and SDK.
    private static OpenImError? Check(LegacyConnection connection, in RequestFrame request, V3Function function)
    {
        if (request.OperationId.Length == 0)
            return V3Errors.NoOperationId;
        if (request.UserId.Length > 0 && request.UserId != connection.Session.UserId)
            return V3Errors.ForeignUser;
        if (function.Info.Availability != FunctionAvailability.Available)
            return V3Errors.Bare(function.Info.Refusal);
        if (!function.NeedsNoLogin && !connection.State.LoggedIn)
            return V3Errors.NotLoggedIn;
        return function.Info.Name == "Login" && connection.State.LoggedIn ? V3Errors.LoginRepeat : null;
    }

    private static void AnswerUnusable(
        LegacyConnection connection, V3Function function, OpenImError unusable, string operationId)
    {
        if (!ErrorCode.IsTokenError(unusable.Code))
            Answer(connection, function.ReplyEvent, unusable, [], operationId);
        else if (function.Info.Name == "Login")
            RefuseToken(connection, unusable, operationId);
        else if (function.Info.Name == "GetLoginStatus")
            Answer(connection, function.ReplyEvent, null, "1"u8, operationId);
        else
        {
            TellUnusable(connection, unusable);
            Answer(connection, function.ReplyEvent, V3Errors.Bare(unusable), [], operationId);
        }
    }

    private static void TellUnusable(LegacyConnection connection, OpenImError error) =>
        Tell(connection, error.Code == ErrorCode.TokenKicked ? "OnKickedOffline" : "OnUserTokenExpired", []);

    private static OpenImError NoRequest(in RequestFrame request) => new(
        V3Errors.NoRequest,
        request.WrongType is { } key
            ? $"json: cannot unmarshal the value of {key}"
            : "json: the frame is not a JSON object");

    private static void Answer(
        LegacyConnection connection, string name, OpenImError? error, ReadOnlySpan<byte> data,
        ReadOnlySpan<char> operationId)
    {
        ReplyFrame.Send(connection, name, error?.Code ?? 0, error?.Message ?? "", data, operationId);
        // Whether there was anything to end or not: who says Logout is let go. Wrong arguments are not saying it.
        if (name == "Logout" && error?.Code != V3Errors.NoRequest && error != V3Errors.ArgumentCount)
            connection.Close(CloseReason.LoggedOut);
    }

    private static void Tell(LegacyConnection connection, string name, ReadOnlySpan<byte> data) =>
        ReplyFrame.Send(connection, name, 0, "", data, "");
}
