using Microsoft.Extensions.Logging;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    [LoggerMessage(LogLevel.Information, "{Session}: OpenIM takes its token no longer, {Code}")]
    private partial void LogEnded(SessionKey session, int code);

    [LoggerMessage(LogLevel.Warning, "{Session}: no connection to OpenIM's message gateway, {Code}")]
    private partial void LogConnectFailed(SessionKey session, int code);

    [LoggerMessage(LogLevel.Information, "{Session}: disconnected from OpenIM's message gateway, {End}")]
    private partial void LogDisconnected(SessionKey session, GatewayEnd end);

    [LoggerMessage(LogLevel.Debug, "{Session}: parked, its last connection is gone")]
    private partial void LogParked(SessionKey session);

    [LoggerMessage(LogLevel.Information, "{Session}: OpenIM did not confirm the logout, {Code}")]
    private partial void LogLogoutUnheard(SessionKey session, int code);

    [LoggerMessage(LogLevel.Warning, "{Session}: sync failed, {Code}")]
    private partial void LogSyncFailed(SessionKey session, int code);

    [LoggerMessage(LogLevel.Warning, "{Session}: {ConversationID} could not be pulled up to {LastSeq}, {Code}")]
    private partial void LogPullFailed(SessionKey session, string conversationID, long lastSeq, int code);

    [LoggerMessage(LogLevel.Warning, "{Session}: more than {Limit} pushes wait, the rest is pulled")]
    private partial void LogIntakeFull(SessionKey session, int limit);

    [LoggerMessage(LogLevel.Error, "{Session}: ended by a failure of its connection loop")]
    private partial void LogConnectionFailed(SessionKey session, Exception error);

    [LoggerMessage(LogLevel.Error, "{Session}: what OpenIM sent could not be handled")]
    private partial void LogIntakeFailed(SessionKey session, Exception error);

    [LoggerMessage(LogLevel.Warning, "{Session}: what it keeps could not be written")]
    private partial void LogStateUnwritten(SessionKey session, Exception error);
}
