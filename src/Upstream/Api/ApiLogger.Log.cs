using Microsoft.Extensions.Logging;

namespace OpenIM.SignalR.Upstream;

internal static partial class ApiLog
{
    [LoggerMessage(1, LogLevel.Warning, "POST {Path} failed after {Milliseconds:0} ms: {Reason}")]
    public static partial void Failed(ILogger logger, string? path, double milliseconds, string reason);

    [LoggerMessage(2, LogLevel.Warning, "The answer to POST {Path}, status {Status}, is none of OpenIM's")]
    public static partial void Unreadable(ILogger logger, string? path, int status, Exception error);
}
