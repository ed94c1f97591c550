using Microsoft.Extensions.Logging;

namespace OpenIM.SignalR.Upstream;

internal static partial class GatewayLog
{
    // Debug, since the session tells its clients of each failure, and an outage has one for each of thousands of
    // sessions.
    [LoggerMessage(1, LogLevel.Debug, "User {UserID} on platform {PlatformID} could not connect to OpenIM: {Reason}")]
    public static partial void NotConnected(ILogger logger, string userID, int platformID, string reason);
}
