using Microsoft.Extensions.Logging;

namespace OpenIM.SignalR.Compat.Connections;

internal sealed partial class LegacyConnection
{
    [LoggerMessage(1, LogLevel.Debug, "Legacy connection {ConnectionId} is cut: {Reason}")]
    private partial void LogBroken(string connectionId, string reason);

    [LoggerMessage(2, LogLevel.Debug, "Legacy client of {ConnectionId} is gone: {Reason}")]
    private partial void LogGone(string connectionId, string reason);
}
